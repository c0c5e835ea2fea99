/**
 * Types a filter into the timeline's page in Chromium, the real engine with so many million simulated records behind it, and measures
 * by Chromium's tracing how long the page's script takes within each frame: colouring, completion, chips and all that the filter
 * changes on the page. `npm run bench -- --only webview` runs it; it prints JSON.
 */
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../../webview/double/hostDouble.ts';
import { openTimeline, startBrowser } from '../../webview/timelinePage.ts';
import { measuredFrames } from './measuredFrames.ts';
import { simulatedBlocks } from './simulatedBlocks.ts';
import { SimulatedLog } from './simulatedLog.ts';

const records = Number(process.argv[2]);
/** Milliseconds from key to key: somebody who types fast. */
const delay = 80;

const filters = {
  'a filter': 'operation:SetCurrentPolicy -resultGroup:success caller:user01*',
  'a filter in a long one': ' (region:EastUS2 OR region:WestEurope) instance:contoso12*',
} as const;

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
const box = page.getByRole('combobox', { name: 'Filter' });
await box.focus();
await page.locator('audit-log-filter .layer').waitFor({ state: 'attached' });

const frames: Record<string, readonly number[]> = {};
await box.press('End');
for (const [name, text] of Object.entries(filters)) {
  frames[name] = await measuredFrames(browser, async () => {
    await box.pressSequentially(text, { delay });
    await box.press('Escape');
  });
}
await close();
await browser.close();
await session.close();
console.log(JSON.stringify({ frames, faults }));
// What the session still computes is nobody's any more.
process.exit(0);
