import type { BenchContext } from '../benchContext.ts';
import { checkRecords, runChild, runSummary, withoutKernel } from '../engineProcess.ts';
import { atLeast, atMost, figure, type Goal } from '../figure.ts';
import { type BenchLog, generateLog } from '../generateLog.ts';
import { type Contestant, interleave } from '../interleave.ts';
import type { InventedLog } from '../inventedLog.ts';
import type { ProcessCost } from '../measureProcess.ts';
import { type LogSize, logSizes } from '../options.ts';
import { otherTools, versionOf } from '../otherTools.ts';

const part = 'scan';
const baseline = 'JSON.parse loop';
const twoWorkers = 'audit-log summary, 2 workers';

/** Whole logs in whole processes: ours, the floor below everybody, what anyone would write first, and other programs. */
export async function scan(context: BenchContext): Promise<void> {
  for (const size of ['100M', '1G', '10G'] as const) {
    if (context.options.sizes.includes(size)) {
      for (const kind of kindsOf(size)) {
        await compare(generateLog({ records: logSizes[size], ...kind }), size, context);
      }
    }
  }
}

type Kind = Pick<InventedLog, 'cardinality' | 'shapes'>;

/** Ten gigabytes say whether memory stays bounded, and one log is enough for that. */
function kindsOf(size: LogSize): readonly Kind[] {
  const low: Kind = { cardinality: 'low', shapes: 1 };
  const others: readonly Kind[] = [
    { cardinality: 'high', shapes: 1 },
    { cardinality: 'low', shapes: 6 },
    { cardinality: 'high', shapes: 6 },
  ];
  return size === '10G' ? [low] : [low, ...others];
}

async function compare(log: BenchLog, size: LogSize, context: BenchContext): Promise<void> {
  const { options, say } = context;
  const miss = (subject: string, reason: string): void => context.miss({ part, subject: `${subject} (${log.title})`, reason });
  say(`${log.title}: read once, so that it comes from memory`);
  await runChild('countNewlines', [log.path]);
  const costs = await interleave({
    rounds: options.runs ?? (size === '100M' ? 5 : 3),
    contestants: contestantsFor(log, size, context.scratch, miss),
    say: (what) => say(`${log.title}, ${what}`),
    fail: (name, error) => miss(name, error instanceof Error ? error.message : String(error)),
  });
  for (const [subject, own] of costs) {
    const name = { part, on: log.title, subject };
    const goals = goalsFor(subject, log, size);
    context.add(
      figure(
        { ...name, measure: 'wall', unit: 'ms' },
        own.map(({ wallMs }) => wallMs),
      ),
    );
    context.add(
      figure(
        { ...name, measure: 'speed', unit: 'MB/s' },
        own.map(({ wallMs }) => log.bytes / 1000 / wallMs),
      ),
    );
    const pairs = (costs.get(baseline) ?? []).map(({ wallMs }, round) => wallMs / own[round]!.wallMs);
    addIfAny(context, { ...name, measure: `times ${baseline}`, unit: '×', goal: goals.ratio }, pairs);
    addIfAny(
      context,
      { ...name, measure: 'user CPU', unit: 'ms' },
      own.map(({ userMs }) => userMs),
    );
    addIfAny(
      context,
      { ...name, measure: 'peak memory', unit: 'MB', goal: goals.memory },
      own.map(({ peakBytes }) => (peakBytes === undefined ? undefined : peakBytes / 1e6)),
    );
  }
}

function addIfAny({ add }: BenchContext, name: Parameters<typeof figure>[0], values: readonly (number | undefined)[]): void {
  const known = values.filter((value) => value !== undefined);
  if (known.length > 0) {
    add(figure(name, known));
  }
}

/** The goals of issue 4, which are about its log of 1.14 GB and about 10 GB. */
function goalsFor(subject: string, log: BenchLog, size: LogSize): { readonly ratio?: Goal; readonly memory?: Goal } {
  if (subject !== twoWorkers) {
    return {};
  }
  return size === '1G'
    ? { ...(log.shapes === 1 ? { ratio: atLeast(4) } : {}), memory: atMost(350) }
    : size === '10G'
      ? { memory: atMost(900) }
      : {};
}

function contestantsFor(
  log: BenchLog,
  size: LogSize,
  scratch: string,
  miss: (subject: string, reason: string) => void,
): readonly Contestant<ProcessCost>[] {
  const child = (name: string, ...parameters: Parameters<typeof runChild>): Contestant<ProcessCost> => ({
    name,
    run: async () => checkRecords(await runChild(...parameters), log.records),
  });
  const engine = (name: string, workers: 1 | 2, options: readonly string[] = []): Contestant<ProcessCost> => ({
    name,
    run: async () => checkRecords(await runSummary(log.path, workers, options), log.records),
  });
  const ours = [
    child('plain read', 'readPlain', [log.path]),
    child('newline scan', 'countNewlines', [log.path]),
    child(baseline, 'parseLines', [log.path]),
    engine('audit-log summary, 1 worker', 1),
    engine('audit-log summary, 1 worker, without the kernel', 1, withoutKernel),
    engine(twoWorkers, 2),
  ];
  if (size === '10G') {
    return ours;
  }
  const duckdb = [1, 2].map((threads) =>
    child(`DuckDB, load, ${threads} thread${threads === 1 ? '' : 's'}`, 'loadDuckdb', [log.path, threads, scratch]),
  );
  // They are slow: one small log shows how slow.
  const others = size === '100M' && log.cardinality === 'low' && log.shapes === 1 ? otherTools : [];
  const installed = others.filter(({ program }) => {
    const isInstalled = versionOf(program) !== undefined;
    if (!isInstalled) {
      miss(program, 'not installed');
    }
    return isInstalled;
  });
  return [...ours, ...duckdb, ...installed.map(({ contestant }) => contestant(log, scratch))];
}
