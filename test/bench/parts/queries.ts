import { freemem } from 'node:os';
import type { BenchContext } from '../benchContext.ts';
import { outputOf, runChild } from '../engineProcess.ts';
import { atMost, figure, type Goal } from '../figure.ts';
import { bytesText } from '../text.ts';

const part = 'queries';
/** More than any column layout of ours takes for a record. */
const bytesEach = 130;

interface Queries {
  readonly indexMs: number;
  readonly peakBytes: number;
  readonly times: Readonly<Record<string, readonly number[]>>;
}

type Unordered = Pick<Queries, 'times' | 'peakBytes'>;

/** Requests to a session with 1, 10 and 100 million records, which are simulated: made while they are read. */
export async function queries(context: BenchContext): Promise<void> {
  const { options, add, miss, say } = context;
  for (const million of options.millions) {
    const records = million * 1_000_000;
    const subject = `${million} million records`;
    if (records * bytesEach > freemem()) {
      miss({ part, subject, reason: `needs up to ${bytesText(records * bytesEach)} of free memory` });
      continue;
    }
    say(`queries, ${subject}`);
    const { indexMs, peakBytes, times } = outputOf(
      await runChild('askQueries', [records, options.runs ?? (million > 10 ? 3 : 5)]),
    ) as Queries;
    const name = { part, on: 'a session in this thread, each question asked anew', measure: subject } as const;
    for (const [question, own] of Object.entries(times)) {
      add(figure({ ...name, subject: question, unit: 'ms', goal: million === 10 ? goalFor(question) : undefined }, own));
    }
    add(figure({ ...name, subject: 'peak memory', unit: 'MB' }, [peakBytes / 1e6]));
    add(figure({ ...name, subject: 'made and indexed', unit: 'ms' }, [indexMs]));
    await unordered(context, million);
  }
}

/** Pages of as many records whose times are in any order. */
async function unordered({ options, add, say }: BenchContext, million: number): Promise<void> {
  say(`queries, ${million} million records out of order`);
  const { times, peakBytes } = outputOf(
    await runChild('askUnordered', [million * 1_000_000, options.runs ?? (million > 10 ? 1 : 3)]),
  ) as Unordered;
  const name = { part, on: 'a session in this thread, the log out of order', measure: `${million} million records` } as const;
  for (const [question, own] of Object.entries(times)) {
    add(figure({ ...name, subject: question, unit: 'ms', goal: million === 10 ? goalFor(question) : undefined }, own));
  }
  add(figure({ ...name, subject: 'unordered: peak memory', unit: 'MB' }, [peakBytes / 1e6]));
}

function goalFor(question: string): Goal {
  return atMost(/\bpage\b/.test(question) && !/^unordered: (first|far page at once)/.test(question) ? 20 : 50);
}
