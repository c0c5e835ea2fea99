/**
 * Measures the timeline's page in Chromium with the real engine behind it: from a question of the page to the answer, and from
 * the answer to the picture. `npm run bench -- --only webview` runs it; it prints JSON.
 */
import type { Page } from 'playwright-core';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { FileSource } from '../../../src/engine/node/fileSource.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { FromWebview, ToWebview } from '../../../src/protocol/viewMessages.ts';
import { HostDouble } from '../../webview/double/hostDouble.ts';
import { openTimeline, startBrowser } from '../../webview/timelinePage.ts';

interface RoundTrip {
  readonly name: string;
  /** From the question to its answer, both as the page sees them. */
  readonly answeredMs: number;
  /** From the answer to the frame that shows it. */
  readonly paintedMs: number;
}

declare global {
  interface Window {
    toHost: (message: FromWebview) => void;
    roundTrips: RoundTrip[];
  }
}

const [path, rounds] = process.argv.slice(2) as [string, string];
const filters = ['', 'resultGroup:failure', 'operation:SetCurrentPolicy', 'caller.UPN:user7@contoso.com', 'policy'];

let last: Snapshot | undefined;
const session = new LogSession((snapshot) => (last = snapshot), nodeCompression);
await session.read([new FileSource(path, path)]);
const host = new HostDouble(session, last ?? null);
const browser = await startBrowser();
const { page, faults, close } = await openTimeline(browser, host);
await page.locator('#row-0').waitFor();
await page.evaluate(record);
for (let round = 0; round < Number(rounds); round++) {
  await host.apply({ kind: 'filter', query: filters[round % filters.length]! });
  await settled(page);
  await host.apply({ kind: 'select', ref: { source: 0, index: (round * 7919) % last!.records } });
  await settled(page);
}
const roundTrips = await page.evaluate(() => window.roundTrips);
await close();
await browser.close();
await session.close();
console.log(JSON.stringify({ roundTrips, faults }));

/** Waits until the page has been quiet for a while. */
async function settled(of: Page): Promise<void> {
  for (let seen = -1, now = 0; seen !== now; now = await of.evaluate(() => window.roundTrips.length)) {
    seen = now;
    await of.waitForTimeout(150);
  }
}

/** Runs in the page: notes when questions leave, when answers come, and when the frame behind them has been drawn. */
function record(): void {
  const asked = new Map<number, { readonly name: string; readonly at: number }>();
  const { toHost } = window;
  window.roundTrips = [];
  window.toHost = (message) => {
    if (message.kind === 'request') {
      asked.set(message.id, { name: message.name, at: performance.now() });
    }
    toHost(message);
  };
  window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
    const question = data.kind === 'outcome' && data.outcome.status === 'ok' ? asked.get(data.id) : undefined;
    if (question === undefined) {
      return;
    }
    const answeredAt = performance.now();
    requestAnimationFrame(() => {
      // A message is delivered after the frame that this callback belongs to.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        window.roundTrips.push({ name: question.name, answeredMs: answeredAt - question.at, paintedMs: performance.now() - answeredAt });
        port1.close();
      });
      port1.start();
      port2.postMessage(null);
    });
  });
}
