import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPackaged, type PackagePaths, packWithStamp } from '../../../scripts/packaging/packageStamp.ts';
import { type TemporaryFolder, temporaryFolder } from '../../../scripts/temporaryFolder.ts';

describe('a package', () => {
  let folder: TemporaryFolder;
  let paths: PackagePaths;
  let packed: number;

  const inFolder = (path: string): string => join(folder.path, path);

  function write(path: string, text: string): void {
    mkdirSync(dirname(inFolder(path)), { recursive: true });
    writeFileSync(inFolder(path), text);
  }

  /** Packs as `npm start` does; says whether it had to. */
  async function start(pack: () => void = () => undefined): Promise<boolean> {
    if (isPackaged(paths)) {
      return false;
    }
    await packWithStamp(paths, async () => {
      packed += 1;
      pack();
      write('dist/x.vsix', `package ${packed}`);
      return ['node_modules/lit/index.js'];
    });
    return true;
  }

  beforeEach(async () => {
    folder = temporaryFolder('packaging');
    paths = { root: folder.path, vsix: inFolder('dist/x.vsix'), stamp: inFolder('dist/stamp.json') };
    packed = 0;
    write('package.json', '{"version":"1"}');
    write('src/a.ts', 'let a = 1;');
    write('src/b.ts', 'let b = 1;');
    write('media/walkthrough/one.md', '# One');
    write('.vscodeignore', '**');
    write('node_modules/.package-lock.json', '{}');
    write('node_modules/lit/index.js', 'lit');
    write('node_modules/other/index.js', 'other');
    write('test/a.test.ts', 'test');
    await start();
  });
  afterEach(() => folder.delete());

  /** Each leaves sizes or times as they were where that can be. */
  const changes: readonly (readonly [what: string, change: () => void])[] = [
    ['an edit of the same length and time', () => editAtSameTime('src/a.ts', 'let a = 2;')],
    ['an edit of what is shipped as it is', () => write('media/walkthrough/one.md', '# Two')],
    ['an edit of what chooses the files', () => write('.vscodeignore', '!x')],
    ['a new version', () => write('package.json', '{"version":"2"}')],
    ['a new file', () => write('src/c.ts', '')],
    ['a new file in a new folder', () => write('l10n/bundle.json', '{}')],
    ['a file that is gone', () => rmSync(inFolder('src/b.ts'))],
    ['a file with another name', () => renameSync(inFolder('src/b.ts'), inFolder('src/c.ts'))],
    ['two files that change places', () => exchange('src/a.ts', 'src/b.ts')],
    ['text that moves from one file to the next', () => (write('src/a.ts', 'let a = 1;le'), write('src/b.ts', 't b = 1;'))],
    ['a link that leads elsewhere', () => symlinkSync(inFolder('src/a.ts'), inFolder('src/link.ts'))],
    ['an edit in a bundled package', () => write('node_modules/lit/index.js', 'LIT')],
    ['a bundled package that is gone', () => rmSync(inFolder('node_modules/lit'), { recursive: true })],
    ['other versions that are installed', () => write('node_modules/.package-lock.json', '{"x":1}')],
    ['another package in its place', () => write('dist/x.vsix', 'package 9')],
    ['a package that is gone', () => rmSync(inFolder('dist/x.vsix'))],
    ['a note that is gone', () => rmSync(paths.stamp)],
    ['a note that is no JSON', () => writeFileSync(paths.stamp, '{')],
    ['a note of another kind', () => writeFileSync(paths.stamp, '{"modules":[]}')],
  ];

  function editAtSameTime(path: string, text: string): void {
    const time = new Date('2020-11-23T18:23:29Z');
    utimesSync(inFolder(path), time, time);
    write(path, text);
    utimesSync(inFolder(path), time, time);
  }

  function exchange(left: string, right: string): void {
    const [first, second] = [readFileSync(inFolder(left), 'utf8'), readFileSync(inFolder(right), 'utf8')];
    write(left, second);
    write(right, first);
  }

  it.each(changes)('is made anew after %s, and only once', async (_, change) => {
    change();
    expect(await start()).toBe(true);
    expect(await start()).toBe(false);
    expect(packed).toBe(2);
  });

  it.each<[what: string, change: () => void]>([
    ['nothing', () => undefined],
    ['files that are only touched', () => utimesSync(inFolder('src/a.ts'), new Date(), new Date())],
    ['files that are written as they were', () => write('src/a.ts', 'let a = 1;')],
    ['an edit that was taken back', () => (write('src/a.ts', 'let a = 2;'), write('src/a.ts', 'let a = 1;'))],
    ['an edit of a test', () => write('test/a.test.ts', 'other')],
    ['an edit of a package that is not in it', () => write('node_modules/other/index.js', 'OTHER')],
    ['another output', () => write('dist/cli.js', 'cli')],
  ])('stays as it is after %s', async (_, change) => {
    change();
    expect(await start()).toBe(false);
    expect(packed).toBe(1);
  });

  it('is made anew after one that failed', async () => {
    write('src/a.ts', 'let a = 2;');
    const fails = start(() => {
      throw new Error('does not compile');
    });
    await expect(fails).rejects.toThrow('does not compile');
    // Back to what the package is made from that is still there: it is not known to be whole.
    write('src/a.ts', 'let a = 1;');
    expect(await start()).toBe(true);
  });

  it('is made anew where a file was changed while it was made', async () => {
    write('src/a.ts', 'let a = 2;');
    expect(await start(() => write('src/a.ts', 'let a = 3;'))).toBe(true);
    write('src/a.ts', 'let a = 2;');
    expect(await start()).toBe(true);
    expect(await start()).toBe(false);
  });
});
