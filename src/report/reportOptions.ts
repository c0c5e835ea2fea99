import type { Outcome, RequestName, Requests } from '../protocol/requests.ts';
import type { ListRows } from '../protocol/viewMessages.ts';
import type { Zone } from '../core/record/zones.ts';
import type { SpanText } from '../core/timeline/spanText.ts';

/** Whoever answers for a log: a session of the engine, in this process or another. */
export interface ReportSource {
  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal: AbortSignal,
    onPart: (part: unknown) => Promise<void>,
  ): Promise<Outcome<Requests[Name]['answer']>>;
}

/** What a report is about. */
export interface ReportOptions {
  /** The question that it answers, which becomes its title; empty for none. */
  readonly question: string;
  /** Selects the records that are counted; in the filter language. */
  readonly query: string;
  /** The stretch of time that the chart shows; the one that holds nearly all records where it is missing. */
  readonly span?: SpanText | undefined;
  /** Which records are listed: those at positions of a list, or so many of those that the filter finds, the oldest first. */
  readonly records: Pick<ListRows, 'query' | 'order' | 'ranges'> | number;
  readonly zone: Zone;
  /** BCP 47, of numbers and of the document. */
  readonly locale: string;
  /** When it is made, as it is to be read. */
  readonly madeAt: string;
}
