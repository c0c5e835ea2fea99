import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../scripts/paths.ts';
import { invent, type InventedLog } from './inventedLog.ts';
import { vary } from './logVariations.ts';
import { bytesText } from './text.ts';

/** An invented log on disk. */
export interface BenchLog extends InventedLog {
  readonly path: string;
  readonly bytes: number;
  /** Such as `low cardinality, one shape, 1.14 GB`. */
  readonly title: string;
}

/** Raised whenever other bytes are invented, so that logs of an older version are not taken for those of this one. */
const version = 2;
const folder = join(cacheFolder, 'bench');
const pieceLength = 4_000_000;

/** Writes a log, or takes the one that an earlier run left in the cache. */
export function generateLog(log: InventedLog): BenchLog {
  mkdirSync(folder, { recursive: true });
  const variation = log.variation === undefined ? '' : `-${log.variation}`;
  const name = `${log.cardinality}-${log.shapes === 1 ? 'one' : 'mixed'}${variation}-${log.records}.v${version}.audit.ndjson`;
  const path = join(folder, name);
  if (!existsSync(path)) {
    console.error(`Inventing ${name} …`);
    write(log, path);
  }
  const bytes = statSync(path).size;
  const cardinality = log.cardinality === 'low' ? 'low cardinality' : 'high cardinality';
  return { ...log, path, bytes, title: `${cardinality}, ${log.shapes === 1 ? 'one shape' : 'six shapes'}, ${bytesText(bytes)}` };
}

/** Deletes logs that no later run would take. */
export function deleteOldLogs(): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (/\.audit\.ndjson(\.part)?$/.test(name) && !name.endsWith(`.v${version}.audit.ndjson`)) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

/** The name is given at the end, so that half a log is never taken for a whole one. */
function write(log: InventedLog, path: string): void {
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, 'w');
  try {
    let piece = '';
    const lines = log.variation === undefined ? invent(log) : vary(invent(log), log.variation);
    for (const line of lines) {
      piece += line;
      if (piece.length >= pieceLength) {
        writeAll(file, Buffer.from(piece));
        piece = '';
      }
    }
    writeAll(file, Buffer.from(piece));
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}
