/**
 * Scrolls and filters the list of the timeline's page in Chromium, the real engine with so many simulated records behind it, and
 * measures in the page: how many rows are empty while the list is scrolled fast, how soon after a key a filter's records are
 * painted, and how soon the first records that a text is found in. `npm run bench -- --only webview` runs it; it prints JSON.
 */
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../../webview/double/hostDouble.ts';
import { openTimeline, startBrowser } from '../../webview/timelinePage.ts';
import { simulatedBlocks } from './simulatedBlocks.ts';
import { SimulatedLog } from './simulatedLog.ts';

const [records, runs] = process.argv.slice(2).map(Number) as [number, number];

let last: Snapshot | undefined;
const session = new LogSession((snapshot) => (last = snapshot), nodeCompression, simulatedBlocks);
await session.read([new SimulatedLog(records)]);
const host = new HostDouble(session, last ?? null);
const browser = await startBrowser();
const { page, faults, close } = await openTimeline(browser, host);
page.setDefaultTimeout(120_000);
await page.locator('#row-0 .caller').waitFor();

const wheel = await page.evaluate(countRows, { steps: 240, isDragged: false });
const drag = await page.evaluate(countRows, { steps: 240, isDragged: true });
const keyToResult: number[] = [];
const keyToHit: number[] = [];
for (let run = 0; run < runs; run++) {
  const user = `user${String((run * 7) % 200).padStart(3, '0')}`;
  keyToResult.push(await page.evaluate(timeFilter, { before: 'caller:', key: `${user}@contoso.com`, shows: user }));
  const instance = `contoso${String((run * 1237 + 11) % 5000).padStart(4, '0')}`;
  keyToHit.push(await page.evaluate(timeFilter, { before: 'text:', key: instance, shows: instance }));
}
await close();
await browser.close();
await session.close();
console.log(JSON.stringify({ rows: { 'by the wheel': wheel, 'by the scroll bar': drag }, keyToResult, keyToHit, faults }));
// What the session still computes is nobody's any more.
process.exit(0);

interface RowCounts {
  readonly seen: number;
  /** Rows that say neither time nor result. */
  readonly empty: number;
  /** Rows whose sentence has not come. */
  readonly marks: number;
}

/** Runs in the page: scrolls in each frame, by some rows or to anywhere, and counts the rows that the frame before shows. */
async function countRows({ steps, isDragged }: { steps: number; isDragged: boolean }): Promise<RowCounts> {
  const list = document.querySelector('audit-log-view')!.shadowRoot!.querySelector('audit-log-records')!;
  const grid = list.shadowRoot!.querySelector('.grid')!;
  const counts = { seen: 0, empty: 0, marks: 0 };
  for (let step = 0; step < steps; step++) {
    if (isDragged) {
      grid.scrollTop = (grid.scrollHeight * ((step * 61) % steps)) / steps;
    } else {
      const event = new WheelEvent('wheel', { deltaY: 600, bubbles: true, cancelable: true });
      if (grid.dispatchEvent(event)) {
        grid.scrollTop += 600;
      }
    }
    await new Promise(requestAnimationFrame);
    const rows = grid.querySelectorAll('.rows .row');
    counts.seen += rows.length;
    counts.empty += [...rows].filter((row) => row.querySelector('.result .symbol') === null).length;
    counts.marks += [...rows].filter((row) => row.querySelector('.caller') === null && row.querySelector('.result') !== null).length;
  }
  return counts;
}

/** Runs in the page: types a filter but for its end, then that, and waits for the frame in which the first row shows a text. */
async function timeFilter({ before, key, shows }: { before: string; key: string; shows: string }): Promise<number> {
  const view = document.querySelector('audit-log-view')!.shadowRoot!;
  const bar = view.querySelector('audit-log-top-bar')?.shadowRoot ?? view;
  const input = bar.querySelector('audit-log-filter')!.shadowRoot!.querySelector('input')!;
  const type = (text: string): void => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const list = view.querySelector('audit-log-records')!.shadowRoot!;
  const isShown = (): boolean => list.querySelector('#row-0')?.textContent.includes(shows) ?? false;
  type('');
  do {
    await new Promise((resolve) => setTimeout(resolve, 700));
  } while (isShown());
  type(before + key.slice(0, -1));
  await new Promise((resolve) => setTimeout(resolve, 30));
  const began = performance.now();
  type(before + key);
  while (!isShown()) {
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}
