import type { Message } from '../core/finding/message.ts';
import type { Coverage } from './answers/coverage.ts';
import type { Facets } from './answers/facets.ts';
import type { Findings, PlacedFindings } from './answers/findings.ts';
import type { Found } from './answers/found.ts';
import type { Order, Page } from './answers/page.ts';
import type { Hover, Location, RecordAt } from './answers/places.ts';
import type { Profile } from './answers/profile.ts';
import type { RecordDetail } from './answers/record.ts';
import type { Summary } from './answers/snapshot.ts';
import type { Outliers, Timeline } from './answers/timeline.ts';
import type { FindingRef, RecordRef, TicksText } from './reference.ts';

/** Questions whose answer need not wait for a search through records. */
interface MaySearch {
  readonly query: string;
  /** Answers from what was found so far, and says in `Answer.searching` what is left. Begins no search: `search` does. */
  readonly soFar?: boolean;
}

/** What can be asked of a session, by name: parameters and answer. Queries are text of the filter language. */
export interface Questions {
  /**
   * Counts over time. Without a range: over all matching records. `width` is the number of buckets wished for, 1 to 4096.
   * `lanesBy`: also by themselves for the most frequent values of a field, `limit` of them, 0 to 100.
   */
  timeline: {
    params: MaySearch & {
      readonly range?: readonly [from: TicksText, to: TicksText];
      readonly width: number;
      readonly lanesBy?: { readonly field: string; readonly limit: number };
    };
    answer: Timeline;
  };
  /** Whether a few of the matching records lie far from all others in time. */
  outliers: { params: MaySearch; answer: Outliers };
  /** The most frequent values of a field of the filter language. `limit` 0 to 10,000. */
  facets: { params: MaySearch & { readonly field: string; readonly limit: number }; answer: Facets };
  /**
   * Rows of the result. `count` 0 to 1,000.
   * `at`: the rows from this position on, from 0. The page is never moved: it holds `count` rows, fewer where the result ends
   * and none behind the end.
   * `around`: `count` rows with the record in the middle. Near an end of the result the page is moved so that it stays full;
   * `Page.at` tells where it begins. If the record does not match, the page holds the first rows.
   */
  page: {
    params: MaySearch & {
      readonly order: Order;
      readonly from: { readonly at: number } | { readonly around: RecordRef };
      readonly count: number;
    };
    answer: Page;
  };
  record: { params: { readonly ref: RecordRef }; answer: RecordDetail };
  /** Findings of the records that match, grouped; `items` of each group at most. */
  findings: { params: MaySearch & { readonly limit: number; readonly items: number }; answer: Findings };
  /** Findings one by one with places in text, errors first, each level in file order: what diagnostics show. */
  placedFindings: {
    params: { readonly source: number; readonly limit: number; readonly query?: string };
    answer: PlacedFindings;
  };
  /** Where a record or a finding stands in its source. */
  locate: { params: { readonly record: RecordRef } | { readonly finding: FindingRef }; answer: Location };
  /** What stands at a place of the text (line and column from 0, UTF-16 units). */
  hover: {
    params: { readonly source: number; readonly line: number; readonly column: number };
    answer: Hover | null;
  };
  /** `whole`: what the profile is of in the whole log, where the query finds only a part of it. */
  profile: { params: MaySearch & { readonly limit: number; readonly whole?: string }; answer: Profile };
  /**
   * The record at a place of the text (line and column from 0, UTF-16 units): the one that holds it, else one that ends or
   * begins on the line.
   */
  recordAt: {
    params: { readonly source: number; readonly line: number; readonly column: number };
    answer: RecordAt;
  };
  /**
   * At most so many epochs, and gaps of each; and all gaps in at most so many stretches of time, 0 to 10,000 (default 0):
   * where there are more gaps, neighbours are told as one.
   */
  coverage: { params: { readonly epochs: number; readonly gaps: number; readonly stretches?: number }; answer: Coverage };
  /**
   * Looks at all records that a filter cannot decide without. To be cancelled where nobody waits any more; what was found out
   * is kept, so that asking again goes on from there.
   */
  search: { params: { readonly query: string }; answer: Found };
  summary: { params: { readonly query: string; readonly top: number }; answer: Summary };
}

export type QuestionName = keyof Questions;

/** What happened to a request. Every request ends in exactly one of these. */
export type Outcome<T> =
  | { readonly status: 'ok'; readonly answer: T }
  /** The request itself is at fault, or the engine failed: one sentence. */
  | { readonly status: 'error'; readonly message: Message }
  | { readonly status: 'cancelled' }
  /** The session was closed. */
  | { readonly status: 'closed' }
  /** The engine crashed and is reading again: ask once more. */
  | { readonly status: 'restarted' };

/** Whoever can be asked: an engine session in this thread, its proxy in the host, its proxy in the webview. */
export interface Answering {
  ask<Name extends QuestionName>(
    name: Name,
    params: Questions[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Questions[Name]['answer']>>;
}
