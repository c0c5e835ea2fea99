/**
 * Pans and zooms the timeline's page in Chromium by the wheel, the real engine with so many million simulated records behind it,
 * and measures by Chromium's tracing how long the page's script takes within each frame. `npm run bench -- --only webview` runs
 * it; it prints JSON.
 */
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../../webview/double/hostDouble.ts';
import { openTimeline, startBrowser } from '../../webview/timelinePage.ts';
import { simulatedBlocks } from './simulatedBlocks.ts';
import { SimulatedLog } from './simulatedLog.ts';
import { measuredFrames } from './measuredFrames.ts';

const records = Number(process.argv[2]);
/** Turns of the wheel of each kind, one in each frame. */
const turns = 240;

let last: Snapshot | undefined;
const session = new LogSession((snapshot) => (last = snapshot), nodeCompression, simulatedBlocks);
await session.read([new SimulatedLog(records)]);
const host = new HostDouble(session, last ?? null);
host.settings = { ...host.settings, lanes: true };
const browser = await startBrowser();
const { page, faults, close } = await openTimeline(browser, host);
page.setDefaultTimeout(60_000);
await page.locator('#row-0').waitFor();
await page.locator('audit-log-lanes canvas').nth(2).waitFor();

const zoomIn = await measuredFrames(browser, () => turn(-40, 'ctrlKey'));
const pan = await measuredFrames(browser, () => turn(30, 'shiftKey'));
const zoomOut = await measuredFrames(browser, () => turn(40, 'ctrlKey'));
await close();
await browser.close();
await session.close();
console.log(JSON.stringify({ frames: { 'zoom in': zoomIn, pan, 'zoom out': zoomOut }, faults }));
// What the session still computes is nobody's any more.
process.exit(0);

/** Turns the wheel in the middle of the histogram, once in each frame, by so many pixels. */
async function turn(deltaY: number, modifier: 'ctrlKey' | 'shiftKey'): Promise<void> {
  await page.evaluate(turnEachFrame, { turns, deltaY, modifier });
}

/** Runs in the page, so that no frame waits for what drives it. */
async function turnEachFrame({ turns: count, deltaY, modifier }: { turns: number; deltaY: number; modifier: string }): Promise<void> {
  const view = document.querySelector('audit-log-view')!.shadowRoot!;
  const chart = view.querySelector('audit-log-timeline')!.shadowRoot!.querySelector('audit-log-chart')!;
  const surface = chart.shadowRoot!.querySelector('.surface')!;
  const { left, width, top } = surface.getBoundingClientRect();
  for (let index = 0; index < count; index++) {
    await new Promise(requestAnimationFrame);
    const place = { clientX: left + width / 2, clientY: top + 20, bubbles: true, cancelable: true };
    surface.dispatchEvent(new WheelEvent('wheel', { ...place, deltaY, [modifier]: true }));
  }
}
