import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchContext } from '../benchContext.ts';
import { checkRecords, runChild, runSummary } from '../engineProcess.ts';
import { atMost, figure, type FigureName } from '../figure.ts';
import { interleave, type Contestant } from '../interleave.ts';
import { invent } from '../inventedLog.ts';
import type { ProcessCost } from '../measureProcess.ts';

const part = 'sources';
const rounds = 5;
const recordsPerFile = 8;
const joinedName = 'one file';

/** The same records in thousands of small files, as a storage account exports them, and in one file. */
export async function sources(context: BenchContext): Promise<void> {
  for (const files of [4000, 16_000]) {
    await compare(files, context);
  }
}

async function compare(files: number, { options, scratch, say, add, miss }: BenchContext): Promise<void> {
  const on = `${files.toLocaleString('en-US')} files of ${recordsPerFile} records`;
  const records = files * recordsPerFile;
  say(`${on}: writing them`);
  const { joined, plain, compressed } = writeFiles(join(scratch, `sources-${files}`), files);
  const summary = (name: string, paths: readonly string[]): Contestant<ProcessCost> => ({
    name,
    run: async () => checkRecords(await runSummary(paths, 1), records),
  });
  const loop = (name: string, folder: string): Contestant<ProcessCost> => ({
    name,
    run: async () => checkRecords(await runChild('parseFiles', [folder]), records),
  });
  const costs = await interleave({
    rounds: options.runs ?? rounds,
    contestants: [
      summary(joinedName, [joined]),
      summary('plain files', filesOf(plain)),
      summary('gzip files', filesOf(compressed)),
      loop(loopName('plain files'), plain),
      loop(loopName('gzip files'), compressed),
    ],
    say: (what) => say(`${on}, ${what}`),
    fail: (name, error) => miss({ part, subject: `${name} (${on})`, reason: error instanceof Error ? error.message : String(error) }),
  });
  const baseline = costs.get(joinedName) ?? [];
  for (const [subject, own] of costs) {
    const addAll = (name: Pick<FigureName, 'measure' | 'unit' | 'goal'>, values: readonly (number | undefined)[]): void => {
      const known = values.filter((value) => value !== undefined);
      if (known.length > 0) {
        add(figure({ part, on, subject, ...name }, known));
      }
    };
    const isOurs = subject === 'plain files' || subject === 'gzip files';
    addAll(
      { measure: 'wall', unit: 'ms' },
      own.map(({ wallMs }) => wallMs),
    );
    addAll(
      { measure: 'CPU', unit: 'ms' },
      own.map(({ cpuMs }) => cpuMs),
    );
    addAll(
      { measure: `CPU, times ${joinedName}`, unit: '×' },
      own.map(({ cpuMs }, round) => ratio(cpuMs, baseline[round]?.cpuMs)),
    );
    const loopCosts = costs.get(loopName(subject)) ?? [];
    if (isOurs && loopCosts.length === own.length) {
      addAll(
        { measure: `CPU, times ${joinedName} and the loop over the files`, unit: '×', goal: atMost(1.5) },
        own.map(({ cpuMs }, round) => ratio(cpuMs, sumOf(baseline[round]?.cpuMs, loopCosts[round]?.cpuMs))),
      );
    }
    addAll(
      { measure: 'peak memory', unit: 'MB' },
      own.map(({ peakBytes }) => (peakBytes === undefined ? undefined : peakBytes / 1e6)),
    );
    addAll(
      { measure: `memory a file beyond ${joinedName}`, unit: 'kB', goal: isOurs ? atMost(32) : undefined },
      own.map(({ peakBytes }, round) => {
        const least = baseline[round]?.peakBytes;
        return peakBytes === undefined || least === undefined ? undefined : (peakBytes - least) / 1000 / files;
      }),
    );
  }
}

function loopName(subject: string): string {
  return `${subject}, JSON.parse loop`;
}

function sumOf(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left + right;
}

function ratio(value: number | undefined, base: number | undefined): number | undefined {
  return value === undefined || base === undefined ? undefined : value / base;
}

/** The paths of the files and folders that it has written. */
function writeFiles(folder: string, files: number): { readonly joined: string; readonly plain: string; readonly compressed: string } {
  const paths = { joined: join(folder, 'joined.ndjson'), plain: join(folder, 'plain'), compressed: join(folder, 'gzip') };
  mkdirSync(paths.plain, { recursive: true });
  mkdirSync(paths.compressed);
  const all: string[] = [];
  let own = '';
  let count = 0;
  for (const line of invent({ records: files * recordsPerFile, cardinality: 'low', shapes: 1 })) {
    own += line;
    if (++count % recordsPerFile === 0) {
      const name = String(count / recordsPerFile).padStart(5, '0');
      writeFileSync(join(paths.plain, `${name}.json`), own);
      writeFileSync(join(paths.compressed, `${name}.json.gz`), gzipSync(own));
      all.push(own);
      own = '';
    }
  }
  writeFileSync(paths.joined, all.join(''));
  return paths;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}
