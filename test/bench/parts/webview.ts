import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import type { BenchContext } from '../benchContext.ts';
import { outputOf } from '../engineProcess.ts';
import { figure } from '../figure.ts';
import { generateLog } from '../generateLog.ts';
import { measureProcess } from '../measureProcess.ts';
import { logSizes } from '../options.ts';

interface RoundTrips {
  readonly roundTrips: readonly { readonly name: string; readonly answeredMs: number; readonly paintedMs: number }[];
  readonly faults: readonly string[];
}

/** The timeline's page in Chromium, the real engine behind it: filters and records are chosen, and each question is followed. */
export async function webview({ options, add, say }: BenchContext): Promise<void> {
  const log = generateLog({ records: logSizes['100M'], cardinality: 'low', shapes: 1 });
  say('webview, in Chromium');
  const script = join(root, 'test/bench/children/roundTrip.ts');
  const { roundTrips, faults } = outputOf(
    await measureProcess(process.execPath, [script, log.path, String(options.runs ?? 20)]),
  ) as RoundTrips;
  if (faults.length > 0) {
    throw new Error(`the page failed: ${faults[0]}`);
  }
  for (const [question, own] of Map.groupBy(roundTrips, ({ name }) => name)) {
    const name = { part: 'webview', on: `${log.title}, in Chromium, at 60 frames a second`, subject: question, unit: 'ms' } as const;
    add(
      figure(
        { ...name, measure: 'asked to answered' },
        own.map(({ answeredMs }) => answeredMs),
      ),
    );
    add(
      figure(
        { ...name, measure: 'answered to painted' },
        own.map(({ paintedMs }) => paintedMs),
      ),
    );
    add(
      figure(
        { ...name, measure: 'asked to painted' },
        own.map(({ answeredMs, paintedMs }) => answeredMs + paintedMs),
      ),
    );
  }
}
