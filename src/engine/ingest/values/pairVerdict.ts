import type { Verdict } from '../../../core/finding/verdict.ts';

/** A verdict on one of the two strings of a pair, of which the list of pairs is remembered. */
export interface PairVerdict {
  /** The pair's place in its list. */
  readonly pair: number;
  readonly part: PairPart;
  readonly verdict: Verdict;
}

export type PairPart = 'type' | 'value';
