import type { BenchContext } from '../benchContext.ts';
import { checkRecords, runChild, runSummary } from '../engineProcess.ts';
import { atMost, figure } from '../figure.ts';
import { type BenchLog, generateLog } from '../generateLog.ts';
import { interleave } from '../interleave.ts';
import { logVariations } from '../logVariations.ts';
import { logSizes } from '../options.ts';

const part = 'variations';
const rounds = 5;
const plain = 'as it is';

/**
 * Logs of which each record is written in another way, against the same log as it is: what a writer does otherwise must not
 * make its log slow. Of both the processor's time is compared, for each byte.
 */
export async function variations(context: BenchContext): Promise<void> {
  for (const size of ['10M', '100M'] as const) {
    if (context.options.sizes.includes(size)) {
      await compare(logSizes[size], context);
    }
  }
}

async function compare(records: number, { options, add, miss, say }: BenchContext): Promise<void> {
  const log = { records, cardinality: 'low', shapes: 1 } as const;
  const logs = new Map<string, BenchLog>([
    [plain, generateLog(log)],
    ...logVariations.map((variation) => [variation, generateLog({ ...log, variation })] as const),
  ]);
  const on = `${logs.get(plain)!.title}, whole processes, 1 worker`;
  for (const { path } of logs.values()) {
    await runChild('countNewlines', [path]);
  }
  const costs = await interleave({
    rounds: options.runs ?? rounds,
    contestants: [...logs].map(([name, { path }]) => ({ name, run: async () => checkRecords(await runSummary(path, 1), records) })),
    say: (what) => say(`${on}, ${what}`),
    fail: (name, error) => miss({ part, subject: `${name} (${on})`, reason: String(error) }),
  });
  const base = costs.get(plain) ?? [];
  for (const [subject, own] of costs) {
    const name = { part, on, subject };
    const times = own.flatMap(({ userMs }) => (userMs === undefined ? [] : [userMs]));
    if (times.length < own.length) {
      miss({ part, subject: `${subject} (${on})`, reason: 'the system does not tell the processor’s time' });
      continue;
    }
    add(figure({ ...name, measure: 'user CPU', unit: 'ms' }, times));
    if (subject !== plain && base.length === own.length) {
      const perByte = logs.get(plain)!.bytes / logs.get(subject)!.bytes;
      const ratios = times.map((time, round) => (time * perByte) / base[round]!.userMs!);
      add(figure({ ...name, measure: 'times the plain log, by bytes', unit: '×', goal: atMost(1.5) }, ratios));
    }
  }
}
