import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from '../benchContext.ts';
import { checkRecords, engineScript, outputOf, runChild, runSummary } from '../engineProcess.ts';
import { atMost, figure } from '../figure.ts';
import { generateLog } from '../generateLog.ts';
import { interleave } from '../interleave.ts';
import { type LogSize, logSizes } from '../options.ts';
import { bytesText } from '../text.ts';

const part = 'ladder';
const most = 5;

/** How cost grows with size: a log ten times as large at each step. */
export async function ladder(context: BenchContext): Promise<void> {
  for (const size of context.options.sizes) {
    await step(size, context);
  }
  if (context.options.sizes.includes('1K')) {
    await smallest(context);
  }
}

async function step(size: LogSize, { options, add, miss, say }: BenchContext): Promise<void> {
  const log = generateLog({ records: logSizes[size], cardinality: 'low', shapes: 1 });
  await runChild('countNewlines', [log.path]);
  const subject = `${bytesText(log.bytes)}, ${log.records.toLocaleString('en-US')} ${log.records === 1 ? 'record' : 'records'}`;
  const costs = await interleave({
    rounds: options.runs ?? (size === '10G' ? 1 : size === '1G' ? 3 : most),
    contestants: [
      { name: 'audit-log summary', run: () => runSummary(log.path, 2) },
      { name: 'JSON.parse loop', run: () => runChild('parseLines', [log.path]) },
    ],
    say: (what) => say(`ladder, ${subject}, ${what}`),
    fail: (name, error) => miss({ part, subject: `${name} (${subject})`, reason: String(error) }),
  });
  for (const [measure, own] of costs) {
    own.forEach((cost) => checkRecords(cost, log.records));
    const name = { part, on: 'low cardinality, one shape, whole processes', subject };
    add(
      figure(
        { ...name, measure, unit: 'ms' },
        own.map(({ wallMs }) => wallMs),
      ),
    );
    if (measure === 'audit-log summary') {
      add(
        figure(
          { ...name, measure: 'each record', unit: 'µs' },
          own.map(({ wallMs }) => (wallMs * 1000) / log.records),
        ),
      );
      const peaks = own.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes / 1e6]));
      if (peaks.length > 0) {
        add(figure({ ...name, measure: 'peak memory', unit: 'MB' }, peaks));
      }
    }
  }
}

interface Small {
  readonly statuses: readonly string[];
  readonly answeredMs: number;
  readonly againMs: number;
}

/** An empty document starts no engine, so the whole way to the first answers is what a small log costs above it. */
async function smallest({ options, add, say, scratch, miss }: BenchContext): Promise<void> {
  const one = generateLog({ records: 1, cardinality: 'low', shapes: 1 }).path;
  const empty = join(scratch, 'empty.audit.ndjson');
  writeFileSync(empty, '');
  const open = async (path: string): Promise<Small> => {
    const small = outputOf(await runChild('openSmall', [engineScript, path, join(scratch, 'compiledCode')])) as Small;
    if (small.statuses.some((status) => status !== 'ok')) {
      throw new Error(`the first questions ended as ${small.statuses.join(', ')}`);
    }
    return small;
  };
  // As after the first log that the extension has ever opened.
  await open(one);
  const costs = await interleave<Small>({
    rounds: options.runs ?? 9,
    contestants: [
      { name: 'a record of 1.6 KB', run: () => open(one) },
      { name: 'an empty file', run: () => open(empty) },
    ],
    say: (what) => say(`ladder, smallest, ${what}`),
    fail: (name, error) => miss({ part, subject: name, reason: String(error) }),
  });
  for (const [subject, own] of costs) {
    const name = { part, on: 'small logs in the engine’s worker', subject, unit: 'ms' } as const;
    const goal = subject === 'an empty file' ? undefined : atMost(30);
    add(
      figure(
        { ...name, measure: 'engine’s start to the first answers', goal },
        own.map(({ answeredMs }) => answeredMs),
      ),
    );
    add(
      figure(
        { ...name, measure: 'read, with the engine running' },
        own.map(({ againMs }) => againMs),
      ),
    );
  }
}
