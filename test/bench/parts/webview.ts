import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import type { BenchContext } from '../benchContext.ts';
import { outputOf } from '../engineProcess.ts';
import { atMost, figure } from '../figure.ts';
import { generateLog } from '../generateLog.ts';
import { measureProcess } from '../measureProcess.ts';
import { logSizes } from '../options.ts';

interface Frames {
  readonly frames: Readonly<Record<string, readonly number[]>>;
  readonly faults: readonly string[];
}

interface Reopened {
  readonly firstPaint: readonly number[];
  readonly recordsPaint: readonly number[];
  readonly faults: readonly string[];
}

interface RoundTrips {
  readonly roundTrips: readonly { readonly name: string; readonly answeredMs: number; readonly paintedMs: number }[];
  readonly faults: readonly string[];
}

interface ListUse {
  readonly rows: Readonly<Record<string, { readonly seen: number; readonly empty: number; readonly marks: number }>>;
  readonly keyToResult: readonly number[];
  readonly keyToHit: readonly number[];
  readonly faults: readonly string[];
}

/** The timeline's page in Chromium, the real engine behind it: filters and records are chosen, and each question is followed. */
export async function webview(context: BenchContext): Promise<void> {
  const { options, add, say } = context;
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
  await listUse(context);
  await reopened(context);
  await frames(context);
}

/** How many rows of the list are empty while it is scrolled fast, and how soon after a key a filter's records are there. */
async function listUse({ options, add, say }: BenchContext): Promise<void> {
  const script = join(root, 'test/bench/children/useList.ts');
  for (const millions of [0.1, ...options.millions.filter((one) => one <= 10)]) {
    const on = `${millions} million records, in Chromium`;
    say(`the list, ${on}`);
    const words = [script, String(millions * 1_000_000), String(options.runs ?? 10)];
    const { rows, keyToResult, keyToHit, faults } = outputOf(await measureProcess(process.execPath, words)) as ListUse;
    if (faults.length > 0) {
      throw new Error(`the page failed: ${faults[0]}`);
    }
    for (const [how, { seen, empty, marks }] of Object.entries(rows)) {
      const name = { part: 'webview', on, subject: `the list, scrolled ${how}`, unit: '%' } as const;
      add(figure({ ...name, measure: 'rows that are empty', goal: atMost(0) }, [(empty / seen) * 100]));
      add(figure({ ...name, measure: 'rows with time and result only' }, [(marks / seen) * 100]));
    }
    const name = { part: 'webview', on, unit: 'ms' } as const;
    const goal = millions === 1 ? { goal: atMost(150) } : {};
    add(figure({ ...name, subject: 'a filter on a field', measure: 'last key to records painted', ...goal }, keyToResult));
    add(figure({ ...name, subject: 'a search for a text', measure: 'last key to first record painted' }, keyToHit));
  }
}

/** How soon the page of a log that is read already shows something, and records, where its tab is shown again. */
async function reopened({ options, add, say }: BenchContext): Promise<void> {
  say('a reopened tab, 1 million records');
  const script = join(root, 'test/bench/children/reopenPage.ts');
  const { firstPaint, recordsPaint, faults } = outputOf(
    await measureProcess(process.execPath, [script, '1000000', String(options.runs ?? 20)]),
  ) as Reopened;
  if (faults.length > 0) {
    throw new Error(`the page failed: ${faults[0]}`);
  }
  const name = { part: 'webview', on: '1 million records, in Chromium', subject: 'a reopened tab', unit: 'ms' } as const;
  add(figure({ ...name, measure: 'begun to first paint', goal: atMost(150) }, firstPaint));
  add(figure({ ...name, measure: 'begun to records painted' }, recordsPaint));
}

/** How long the page's script takes within each frame, while the wheel is turned in each of them, and while a filter is typed. */
async function frames({ options, add, say }: BenchContext): Promise<void> {
  const children = ['panAndZoom.ts', 'typeInBox.ts'].map((name) => join(root, 'test/bench/children', name));
  const each = options.millions.filter((one) => one <= 10).flatMap((millions) => children.map((script) => ({ millions, script })));
  for (const { millions, script } of each) {
    say(`frames, ${millions} million records`);
    const { frames: found, faults } = outputOf(await measureProcess(process.execPath, [script, String(millions * 1_000_000)])) as Frames;
    if (faults.length > 0) {
      throw new Error(`the page failed: ${faults[0]}`);
    }
    for (const [subject, own] of Object.entries(found)) {
      const name = { part: 'webview', on: `${millions} million records, in Chromium`, subject, unit: 'ms' } as const;
      const sorted = own.toSorted((left, right) => left - right);
      add(figure({ ...name, measure: 'script in a frame', goal: atMost(8) }, own));
      add(figure({ ...name, measure: 'the same at the 95th percentile', goal: atMost(16) }, [sorted[Math.floor(sorted.length * 0.95)]!]));
    }
  }
}
