import type { choicesAt, valuePlace } from './completions.ts';

/** What the filter's box offers. The parts that are loaded on demand set it: the page has no room for it at its start. */
export const offered: { choicesAt: typeof choicesAt; valuePlace: typeof valuePlace } = { choicesAt: () => [], valuePlace: () => undefined };
