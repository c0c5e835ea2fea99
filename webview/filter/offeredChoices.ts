import type * as Coloured from './colouredText.ts';
import type * as Completions from './completions.ts';
import type * as Recent from './recentChoices.ts';
import type * as Colours from './tokenColours.ts';

type Offers = Pick<typeof Completions, 'choicesAt' | 'valuePlace'> &
  Pick<typeof Recent, 'recentChoices'> &
  Pick<typeof Colours, 'tokenStyle'> & {
    /** Undefined where the input shows its text itself. */
    readonly highlightText: (typeof Coloured)['highlightText'] | undefined;
  };

/**
 * What the filter's box offers, and how it colours its text: nothing until the parts that are loaded on demand have come, for which
 * the page has no room at its start.
 */
export const offered: Offers = {
  choicesAt: () => [],
  valuePlace: () => undefined,
  recentChoices: () => [],
  tokenStyle: () => '',
  highlightText: undefined,
};

let isOffered: () => void;

/** Resolves when choices are offered. */
export const whenOffered = new Promise<void>((resolve) => (isOffered = resolve));

/** Has the filter's box offer choices. */
export function offer(offers: Offers): void {
  Object.assign(offered, offers);
  isOffered();
}
