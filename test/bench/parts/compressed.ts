import { createReadStream, createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BenchContext } from '../benchContext.ts';
import { checkRecords, runSummary } from '../engineProcess.ts';
import { atMost, figure, type Goal } from '../figure.ts';
import { generateLog, type BenchLog } from '../generateLog.ts';
import { interleave } from '../interleave.ts';
import { measureProcess, type ProcessCost } from '../measureProcess.ts';
import { logSizes } from '../options.ts';

const part = 'special';
const rounds = 3;
const fileCount = 5000;
const gunzip = 'gzip -dc alone';
const oneFile = 'one file';

/** The same gigabyte of records compressed, in one file and in thousands, each beside what it is to be compared with. */
export async function compressed(context: BenchContext): Promise<void> {
  const log = generateLog({ records: logSizes['1G'], cardinality: 'low', shapes: 1 });
  const packed = join(context.scratch, 'gigabyte.audit.ndjson.gz');
  context.say('special, a gzip of 1 GB: writing it');
  await pipeline(createReadStream(log.path), createGzip({ level: 1 }), createWriteStream(packed));
  await compare(
    context,
    log,
    `gzip, ${log.title}`,
    { baseline: gunzip, name: 'audit-log summary', paths: [packed], goal: atMost(1.2) },
    () =>
      // What it decompresses goes nowhere.
      measureProcess('sh', ['-c', 'exec gzip -dc "$1" > /dev/null', 'sh', packed]),
  );
  context.say(`special, ${fileCount} files: writing them`);
  const paths = split(log, join(context.scratch, 'split'));
  await compare(context, log, log.title, { baseline: oneFile, name: '5,000 files', paths, goal: atMost(1.3) }, () =>
    runSummary(log.path, 2),
  );
}

interface Compared {
  readonly baseline: string;
  readonly name: string;
  readonly paths: readonly string[];
  readonly goal: Goal;
}

async function compare(
  { options, add, miss, say }: BenchContext,
  { records }: BenchLog,
  on: string,
  { baseline, name, paths, goal }: Compared,
  runBaseline: () => Promise<ProcessCost>,
): Promise<void> {
  const costs = await interleave({
    rounds: options.runs ?? rounds,
    contestants: [
      { name: baseline, run: runBaseline },
      { name, run: async () => checkRecords(await runSummary(paths, 2), records) },
    ],
    say: (what) => say(`special, ${on}, ${what}`),
    fail: (subject, error) => miss({ part, subject: `${subject} (${on})`, reason: error instanceof Error ? error.message : String(error) }),
  });
  const base = costs.get(baseline);
  for (const [subject, own] of costs) {
    const row = { part, on, subject } as const;
    const numbers = (of: (cost: ProcessCost) => number | undefined): number[] =>
      own.flatMap((cost) => {
        const value = of(cost);
        return value === undefined ? [] : [value];
      });
    add(
      figure(
        { ...row, measure: 'wall', unit: 'ms' },
        numbers(({ wallMs }) => wallMs),
      ),
    );
    const peaks = numbers(({ peakBytes }) => peakBytes && peakBytes / 1e6);
    if (peaks.length > 0) {
      add(figure({ ...row, measure: 'peak memory', unit: 'MB' }, peaks));
    }
    if (subject === name && base?.length === own.length) {
      const times = own.map(({ wallMs }, round) => wallMs / base[round]!.wallMs);
      add(figure({ ...row, measure: `wall, times ${baseline}`, unit: '×', goal }, times));
    }
  }
}

/** Files that hold about as many bytes of the log each, cut between lines; returns their paths. */
function split({ path, bytes }: BenchLog, folder: string): readonly string[] {
  mkdirSync(folder);
  const all = readFileSync(path);
  let start = 0;
  return Array.from({ length: fileCount }, (_, number) => {
    const file = join(folder, `${String(number).padStart(5, '0')}.audit.ndjson`);
    const end = number === fileCount - 1 ? bytes : all.indexOf(0x0a, Math.floor(((number + 1) * bytes) / fileCount)) + 1;
    writeFileSync(file, all.subarray(start, end));
    start = end;
    return file;
  });
}
