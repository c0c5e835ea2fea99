import type { BenchContext } from '../benchContext.ts';
import { engineScript, outputOf, runChild } from '../engineProcess.ts';
import { atMost, figure } from '../figure.ts';
import { generateLog } from '../generateLog.ts';
import { logSizes } from '../options.ts';

const part = 'search';

interface Searched {
  readonly firstHitMs: number;
  readonly wholeMs: number;
  readonly grownBytes: number;
}

/** What is searched for: the first is in some records, near the beginning too, the others are in none. */
const queries: readonly (readonly [subject: string, query: string])[] = [
  ['a text that occurs', 'text:"attestation-EastUS2-1" text:user116'],
  ['a text that does not occur', 'text:"nowhere in this log"'],
  ['a text beyond ASCII that does not occur', 'text:"größer"'],
];

/** Searches through all records of a log in the engine's worker, seen from the host's side. */
export async function search({ options, add, say }: BenchContext): Promise<void> {
  for (const size of options.sizes.filter((one) => one === '10M' || one === '100M' || one === '1G')) {
    const log = generateLog({ records: logSizes[size], cardinality: 'low', shapes: 1 });
    for (const [subject, query] of queries) {
      const runs: Searched[] = [];
      for (let run = 0; run < (options.runs ?? 3); run++) {
        say(`search, ${subject}, ${size}`);
        runs.push(outputOf(await runChild('searchLog', [engineScript, log.path, query])) as Searched);
      }
      const name = { part, on: log.title, subject } as const;
      const of = (value: (searched: Searched) => number): readonly number[] => runs.map(value);
      add(
        figure(
          { ...name, measure: 'first hit', unit: 'ms' },
          of(({ firstHitMs }) => firstHitMs),
        ),
      );
      add(
        figure(
          { ...name, measure: 'all', unit: 'ms' },
          of(({ wholeMs }) => wholeMs),
        ),
      );
      add(
        figure(
          { ...name, measure: 'memory grown', unit: 'MB', goal: atMost(100) },
          of(({ grownBytes }) => grownBytes / 1e6),
        ),
      );
    }
  }
}
