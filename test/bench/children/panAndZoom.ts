/**
 * Pans and zooms the timeline's page in Chromium by the wheel, the real engine with so many million simulated records behind it,
 * and measures by Chromium's tracing how long the page's script takes within each frame. `npm run bench -- --only webview` runs
 * it; it prints JSON.
 */
import type { CDPSession } from 'playwright-core';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../../webview/double/hostDouble.ts';
import { openTimeline, startBrowser } from '../../webview/timelinePage.ts';
import { simulatedBlocks } from './simulatedBlocks.ts';
import { SimulatedLog } from './simulatedLog.ts';
import { scriptOfFrames, type TraceEvent } from './traceFrames.ts';

const records = Number(process.argv[2]);
/** Turns of the wheel of each kind, one about each frame. */
const turns = 150;
const frameMs = 16;

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
const box = (await page.locator('audit-log-timeline audit-log-chart').boundingBox())!;
await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
const client = await page.context().newCDPSession(page);

const zoomIn = await measured(() => turn(0, -40, 2));
const pan = await measured(() => turn(0, 30, 8));
const zoomOut = await measured(() => turn(0, 40, 2));
await close();
await browser.close();
await session.close();
console.log(JSON.stringify({ frames: { 'zoom in': zoomIn, pan, 'zoom out': zoomOut }, faults }));
// What the session still computes is nobody's any more.
process.exit(0);

/** Turns the wheel once a frame. @param modifiers 2 is Ctrl, 8 is Shift. */
async function turn(deltaX: number, deltaY: number, modifiers: number): Promise<void> {
  for (let index = 0; index < turns; index++) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await client.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers });
    await page.waitForTimeout(frameMs);
  }
}

/** Milliseconds of script within each frame, while something is done. */
async function measured(act: () => Promise<void>): Promise<readonly number[]> {
  const tracing = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  tracing.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await tracing.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'v8.execute'] },
  });
  await act();
  await stopTracing(tracing);
  await tracing.detach();
  return scriptOfFrames(events);
}

async function stopTracing(tracing: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => tracing.once('Tracing.tracingComplete', () => resolve()));
  await tracing.send('Tracing.end');
  await complete;
}
