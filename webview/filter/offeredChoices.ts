import type * as Completions from './completions.ts';

type Offers = Pick<typeof Completions, 'choicesAt' | 'valuePlace'>;

/** What the filter's box offers: nothing until the parts that are loaded on demand have come, for which the page has no room at its start. */
export const offered: Offers = { choicesAt: () => [], valuePlace: () => undefined };

let isOffered: () => void;

/** Resolves when choices are offered. */
export const whenOffered = new Promise<void>((resolve) => (isOffered = resolve));

/** Has the filter's box offer choices. */
export function offer(offers: Offers): void {
  Object.assign(offered, offers);
  isOffered();
}
