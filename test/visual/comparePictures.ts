import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { cacheFolder, root } from '../../scripts/paths.ts';

const approved = join(root, 'test/visual/approved');
/** Where pictures go that are not as approved, with what differs. */
const differing = join(cacheFolder, 'visual');
/** How far colours may be from each other, 0 to 1; pixels that differ by smoothed edges alone do not count. */
const threshold = 0.12;
/** The part of a picture that may differ all the same. */
const maxShare = 0.0005;

/**
 * Compares a picture with the approved one of its name. Where `APPROVE_PICTURES` is set, it becomes the approved one.
 * Returns what is wrong with it, with the file to look at; undefined where nothing is.
 */
export function comparePicture(name: string, picture: Buffer): string | undefined {
  const file = join(approved, `${name}.png`);
  if (process.env['APPROVE_PICTURES'] === '1') {
    mkdirSync(approved, { recursive: true });
    // Smaller than Chromium makes it.
    writeFileSync(file, PNG.sync.write(PNG.sync.read(picture), { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 }));
    return undefined;
  }
  if (!existsSync(file)) {
    return `there is no approved picture ${file}`;
  }
  const [before, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(picture)];
  const { width, height } = now;
  if (before.width !== width || before.height !== height) {
    return `it is ${width} × ${height} pixels and not ${before.width} × ${before.height}`;
  }
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(before.data, now.data, difference.data, width, height, { threshold });
  if (pixels <= maxShare * width * height) {
    return undefined;
  }
  mkdirSync(differing, { recursive: true });
  writeFileSync(join(differing, `${name}.png`), picture);
  writeFileSync(join(differing, `${name}.difference.png`), PNG.sync.write(difference));
  return `${pixels} pixels differ: ${join(differing, `${name}.difference.png`)}`;
}
