/**
 * `npm run fuzz -- [--minutes M] [--seed S] [--out FOLDER] [--reader]` changes the logs of the corpus at random and holds what is read
 * against what must be so: nothing throws or hangs, places lie in the file, records that no change touched are kept, and
 * the pieces in which bytes come change nothing. The same seed makes the same logs. Inputs that failed are kept in a folder.
 * `--reader` leaves the engine out, which is faster.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyEdits, randomEdits } from './fuzz/mutate.ts';
import { examine } from './fuzz/examine.ts';
import { seeds } from './fuzz/seeds.ts';
import { timeFault } from './fuzz/timing.ts';
import { startWatchdog } from './fuzz/watchdog.ts';
import { cacheFolder, userPath } from './paths.ts';
import { createRandom } from './sample/random.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    reader: { type: 'boolean' },
  },
});
const out = values.out === undefined ? join(cacheFolder, 'fuzz') : userPath(values.out);
const random = createRandom(Number(values.seed));
const end = performance.now() + Number(values.minutes) * 60_000;
const counts = { logs: 0, bytes: 0, records: 0, untouched: 0, strangers: 0, timed: 0, failed: 0 };
const kinds = new Map<string, number>();
let slowest = 0;
const watchdog = startWatchdog(out, 20);

while (performance.now() < end) {
  const seed = random.pick(seeds);
  const edits = randomEdits(seed.bytes, random);
  const bytes = applyEdits(seed.bytes, edits);
  watchdog.watch(bytes);
  const start = performance.now();
  const faults: string[] = [];
  try {
    const examination = await examine(seed, edits, bytes, random, values.reader !== true);
    faults.push(...examination.faults);
    counts.untouched += examination.untouched;
    counts.records += examination.records;
    counts.strangers += examination.strangers;
  } catch (error) {
    faults.push(`throws ${error instanceof Error ? error.stack : String(error)}`);
  }
  slowest = Math.max(slowest, performance.now() - start);
  counts.logs++;
  counts.bytes += bytes.length;
  if (counts.logs % 500 === 0) {
    counts.timed++;
    const fault = timeFault(bytes);
    if (fault !== undefined) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) {
    counts.failed++;
    keep(seed.name, bytes, faults);
  }
}

watchdog.stop();

function keep(name: string, bytes: Uint8Array, faults: readonly string[]): void {
  const kind = `${name}: ${faults[0]!.split('\n')[0]!.replace(/\d[\d, ]*/g, 'N')}`;
  const count = (kinds.get(kind) ?? 0) + 1;
  kinds.set(kind, count);
  if (count <= 5) {
    const path = join(out, `${name.replaceAll('/', '-')}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`);
    mkdirSync(out, { recursive: true });
    writeFileSync(path, bytes);
    writeFileSync(`${path}.txt`, `${faults.join('\n')}\n`);
  }
}

for (const [kind, count] of [...kinds].toSorted((left, right) => right[1] - left[1])) {
  console.log(`${count} × ${kind}`);
}
const { logs, bytes, records, untouched, strangers, timed, failed } = counts;
console.log(`${logs} mutated logs, ${bytes} bytes, ${records} records read, ${untouched} untouched ones to be kept, ${timed} timed`);
console.log(`${strangers} parts of broken records were taken for records`);
console.log(`slowest ${slowest.toFixed(0)} ms, ${failed} failed${failed > 0 ? `; their bytes are in ${out}` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
