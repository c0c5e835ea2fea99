/**
 * Opens the timeline's page again and again in Chromium, as a tab is that was hidden, the real engine with so many simulated
 * records behind it, and measures in the page when something is painted first, and when records are. `npm run bench -- --only
 * webview` runs it; it prints JSON.
 */
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../../webview/double/hostDouble.ts';
import { openTimeline, startBrowser } from '../../webview/timelinePage.ts';
import { servePage } from './servedPage.ts';
import { simulatedBlocks } from './simulatedBlocks.ts';
import { SimulatedLog } from './simulatedLog.ts';

const [records, runs] = process.argv.slice(2).map(Number);

let last: Snapshot | undefined;
const session = new LogSession((snapshot) => (last = snapshot), nodeCompression, simulatedBlocks);
await session.read([new SimulatedLog(records!)]);
const host = new HostDouble(session, last ?? null);
const browser = await startBrowser();
const { page, faults, close } = await openTimeline(browser, host);
await page.locator('#row-0').waitFor();
await page.addInitScript(watchFirstRow);
const served = await servePage();
await page.goto(served.address);
await page.locator('#row-0').waitFor();

const firstPaint: number[] = [];
const recordsPaint: number[] = [];
for (let run = 0; run < runs!; run++) {
  await page.reload();
  const painted = await page.evaluate(() => (window as unknown as { rowPainted: Promise<number> }).rowPainted);
  firstPaint.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime));
  recordsPaint.push(painted);
}
await close();
served.close();
await browser.close();
await session.close();
console.log(JSON.stringify({ firstPaint, recordsPaint, faults }));
// What the session still computes is nobody's any more.
process.exit(0);

/** Keeps when the list's first row is painted: the frame after the one in which it is there. In milliseconds since the page began. */
function watchFirstRow(): void {
  const { promise, resolve } = Promise.withResolvers<number>();
  Object.assign(window, { rowPainted: promise });
  const look = (): void => {
    const list = document.querySelector('audit-log-view')?.shadowRoot?.querySelector('audit-log-records');
    if (list?.shadowRoot?.querySelector('#row-0')) {
      requestAnimationFrame((now) => resolve(now));
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
}
