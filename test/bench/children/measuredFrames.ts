import type { Browser, CDPSession } from 'playwright-core';
import { scriptOfFrames, type TraceEvent } from './traceFrames.ts';

/** Milliseconds of script within each frame, while something is done, by Chromium's tracing. */
export async function measuredFrames(browser: Browser, act: () => Promise<void>): Promise<readonly number[]> {
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
