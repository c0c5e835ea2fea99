import type { Page } from 'playwright-core';
import type { HostDouble } from './double/hostDouble.ts';

/** What a page draws may hold a part that asks in its turn, once it is drawn. */
const quietRounds = 3;

/** Waits until the page has the answers to all that it asked, has drawn them, and asks for nothing more. */
export async function drawnInFull(page: Page, host: HostDouble): Promise<void> {
  let quiet = 0;
  while (quiet < quietRounds) {
    const before = host.asked.length;
    await page.evaluate(nextFrame);
    quiet = host.unanswered === 0 && host.asked.length === before ? quiet + 1 : 0;
  }
}

/** A frame has been drawn when the one after it begins. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
