import type { BenchContext } from '../benchContext.ts';
import { checkRecords, runChild, runSummary } from '../engineProcess.ts';
import { atLeast, figure } from '../figure.ts';
import { interleave } from '../interleave.ts';
import { benchFormats, type BenchFormat, otherFormatLog } from '../otherFormatLog.ts';
import { bytesText } from '../text.ts';

const part = 'formats';
const rounds = 5;

/** Logs of formats that are data, against a loop that parses each line and keeps nothing. */
export async function formats(context: BenchContext): Promise<void> {
  for (const format of benchFormats) {
    await compare(format, context);
  }
}

async function compare(format: BenchFormat, { options, add, miss, say }: BenchContext): Promise<void> {
  const log = otherFormatLog(format, 40_000_000);
  const on = `logs of ${bytesText(log.bytes)}, whole processes`;
  await runChild('countNewlines', [log.path]);
  const costs = await interleave({
    rounds: options.runs ?? rounds,
    contestants: [
      { name: 'audit-log summary', run: async () => checkRecords(await runSummary(log.path, 2), log.records) },
      { name: 'JSON.parse loop', run: async () => checkRecords(await runChild('parseLines', [log.path]), log.records) },
    ],
    say: (what) => say(`${format}, ${what}`),
    fail: (name, error) => miss({ part, subject: `${name} (${format})`, reason: String(error) }),
  });
  const own = costs.get('audit-log summary') ?? [];
  const loop = costs.get('JSON.parse loop') ?? [];
  for (const [measure, those] of costs) {
    const times = those.map(({ wallMs }) => wallMs);
    add(figure({ part, on, subject: format, measure, unit: 'ms' }, times));
  }
  if (own.length > 0 && own.length === loop.length) {
    const ratios = own.map(({ wallMs }, round) => loop[round]!.wallMs / wallMs);
    add(figure({ part, on, subject: format, measure: 'as fast as the loop', unit: '×', goal: atLeast(1.5) }, ratios));
  }
}
