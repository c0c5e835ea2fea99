import type { Message } from '../core/finding/message.ts';
import type { Comparison } from './answers/comparison.ts';
import type { Coverage } from './answers/coverage.ts';
import type { Exported } from './answers/exported.ts';
import type { Facets } from './answers/facets.ts';
import type { FieldRead, SeenFields } from './answers/fields.ts';
import type { FindingCodes, FindingRows, Findings, PlacedFindings } from './answers/findings.ts';
import type { Firsts } from './answers/firsts.ts';
import type { Fingerprints } from './answers/fingerprints.ts';
import type { FoundFormats } from './answers/formats.ts';
import type { Found } from './answers/found.ts';
import type { JoinedCaller } from './answers/joinedCaller.ts';
import type { Matrix } from './answers/matrix.ts';
import type { Neighbour } from './answers/neighbour.ts';
import type { Occurrences } from './answers/occurrences.ts';
import type { Page, RecordTexts, RowMarks, WrittenRecords } from './answers/page.ts';
import type { Hover, Location, RecordAt } from './answers/places.ts';
import type { Profile } from './answers/profile.ts';
import type { RecordDetail } from './answers/record.ts';
import type { Redacted, RedactionPreview } from './answers/redaction.ts';
import type { SameRequests } from './answers/sameRequests.ts';
import type { Summary } from './answers/snapshot.ts';
import type { StateChanges, States } from './answers/states.ts';
import type { Completions, Enclosing, Hints, Outline, PlacedResults, References, Tokens } from './answers/text.ts';
import type { Outliers, Timeline } from './answers/timeline.ts';
import { exportFormats } from './exportFormats.ts';
import { boolean, either, type Guarded, integer, isOwnKey, list, oneOf, optional, orNull, pair, shape, text } from './guards.ts';
import { findingRef, natural, recordRef, ticksText } from './reference.ts';

/** A filter in the filter language. Filters are typed or put together from a few values: a longer text is none. */
export const query = text(100_000);

/**
 * Of a request whose answer may wait for a search through records: the answer is made from what was found so far, and
 * `Answer.searching` says what is left. It starts no search: `search` and `readField` do.
 */
const soFar = optional(boolean);

/** A field of the filter language, not quoted, such as `operation` or `key.userIdentity.arn`. */
export const field = text(1000);

/** An identity of a caller; `type` is empty where the caller is known by a value alone. */
export const identity = shape({ type: text(1000), value: query });

/** Of the list of records. */
export const order = either(oneOf('file', 'oldest', 'newest'), shape({ field, descending: boolean }));

/** Of epochs: by how many numbers are missing, their names, or the times of their first and last numbers. */
const epochSort = shape({ by: oneOf('missing', 'name', 'first', 'last'), isDescending: boolean });

export type EpochSort = Guarded<typeof epochSort>;

/** A place in the text of a source: line and column from 0, columns in UTF-16 units. */
const textPosition = shape({ source: natural, line: natural, column: natural });

/** A part of the text of a source: at most `limit` records between two lines, the last included, or records by their numbers. */
const textPart = either(
  shape({ source: natural, firstLine: natural, lastLine: natural, limit: integer(0, 10_000) }),
  shape({ source: natural, records: list(natural, 1, 1000) }),
);

export type TextPart = Guarded<typeof textPart>;

/** The parameters of each request, as guards: the types follow from them. Queries are text of the filter language. */
export const requestParams = {
  /**
   * Counts over time, of all matching records or of those in a range of ticks. `width` is the wished number of buckets.
   * `lanesBy`: also by themselves for the `limit` most frequent values of a field, or for those `values`, of which null stands for
   * none; `isApart`: a record with several of them only in the first of their lanes.
   */
  timeline: shape({
    query,
    soFar,
    range: optional(pair(ticksText)),
    width: integer(1, 4096),
    lanesBy: optional(shape({ field, limit: integer(0, 100), values: optional(list(orNull(query), 1, 100)), isApart: optional(boolean) })),
  }),
  /** Whether a few of the matching records lie far from all others in time. */
  outliers: shape({ query, soFar }),
  /**
   * The most frequent values of a field of the filter language; `containing`: of those that contain a text, without regard to
   * case. `isDated`: says when each occurs first in the whole log.
   */
  facets: shape({ query, soFar, field, limit: integer(0, 10_000), containing: optional(text(1000)), isDated: optional(boolean) }),
  /**
   * Rows of the result.
   *
   * `at`: the rows from this position on, from 0. The page is never moved: it holds `count` rows, fewer where the result ends
   * and none after its end.
   *
   * `around`: `count` rows with the record in the middle. Near an end of the result the page is moved so that it stays full;
   * `Page.at` is where it begins. If the record does not match, the page holds the first rows.
   *
   * `fields`: the rows also say what the records have for these.
   *
   * `isWhole`: names and texts in the rows are not shortened, for what is read without the record.
   */
  page: shape({
    query,
    soFar,
    order,
    from: either(shape({ at: natural }), shape({ around: recordRef })),
    count: integer(0, 1000),
    fields: optional(list(field, 1, 10)),
    isWhole: optional(boolean),
  }),
  /** Of the rows from a position of the result on, what needs no record to be read. As many as of `page`. */
  rowMarks: shape({ query, soFar, order, at: natural, count: integer(0, 1000) }),
  /**
   * The texts of records from a position of the result on, each on one line. `count` of them, or fewer where these are as long as an
   * answer may be; one at least.
   */
  recordTexts: shape({ query, soFar, order, at: natural, count: integer(1, 1000) }),
  /**
   * Records as their sources write them, and where they are in the text: from a position of a result on, or those that are named. As
   * many as an answer has room for, one at least.
   */
  writtenRecords: either(shape({ query, order, at: natural, count: integer(1, 1000) }), shape({ refs: list(recordRef, 1, 1000) })),
  record: shape({ ref: recordRef }),
  /** The record next to another one in the order of time, among those that a filter finds. */
  neighbour: shape({ ref: recordRef, direction: oneOf('previous', 'next'), query, soFar }),
  /** How many records of the whole log each filter finds, and the first of them; with `isLast` also the last. */
  occurrences: shape({ filters: list(query, 1, 100), isLast: optional(boolean) }),
  /** Two records, field by field. */
  comparison: shape({ first: recordRef, second: recordRef }),
  /** Findings of the records that match, grouped; at most `items` of each group. */
  findings: shape({ query, soFar, limit: integer(0, 10_000), items: integer(0, 10_000) }),
  /** How many findings the records that match have of each code. */
  findingCodes: shape({ query, soFar }),
  /** Findings of one code from a position on, from 0, with what helps to recognise their records. */
  findingRows: shape({ query, soFar, code: text(100), at: natural, count: integer(0, 1000) }),
  /**
   * Findings one by one with places in text, errors first, each level in file order: what diagnostics show. `except`: not those of
   * some codes, nor of values that are known to the user. `isFair`: where there are more than `limit`, each code has its share, with
   * places to spare for a note on each that is cut and one on all. `records`: only those of these records.
   */
  placedFindings: shape({
    source: natural,
    limit: integer(0, 10_000),
    query: optional(query),
    except: optional(shape({ codes: list(text(100), 0, 1000), values: list(text(10_000), 0, 10_000) })),
    isFair: optional(boolean),
    records: optional(list(natural, 1, 1000)),
  }),
  /** Where a record or a finding is in its source. */
  locate: either(shape({ record: recordRef }), shape({ finding: findingRef })),
  /** What is at a place of the text. */
  hover: textPosition,
  /** The stretches of text around a place, from the innermost value to the record. */
  enclosing: textPosition,
  /** The records of a source in groups by time; of `limit` of them, around a line, what they say. */
  outline: shape({ source: natural, line: natural, limit: integer(0, 5000) }),
  /**
   * Where in a source a value occurs, in at most `limit` records, or `within` one record: the value at a place of the text, or that
   * which a filter finds.
   */
  references: shape({
    source: natural,
    of: either(shape({ line: natural, column: natural }), shape({ filter: query })),
    within: optional(recordRef),
    limit: integer(0, 10_000),
  }),
  /** What can be said in few words of the values in a part of the text. */
  hints: textPart,
  /** Which values in a part of the text are operations, results, callers and targets. */
  tokens: textPart,
  /** Where records are that have text in a part of the text, and how they ended. */
  results: textPart,
  /**
   * The keys that may be in the object at a path of a record, or the values of the key at a path: those that are documented, and
   * those of records all over the log. Items of arrays are no steps of the path.
   */
  completions: shape({ of: oneOf('keys', 'values'), path: list(text(1000), 0, 20), limit: integer(0, 10_000) }),
  /** `whole`: what the profile is of in the whole log, where the query finds only a part of it. */
  profile: shape({ query, soFar, limit: integer(0, 10_000), whole: optional(query) }),
  /** The identities that belong to one caller, which is known by one of them, without those `apart`. */
  joinedCaller: shape({ type: text(1000), value: query, apart: optional(list(identity, 1, 100)) }),
  /** How many matching records have each of the `limit` most frequent values of one field together with those of another. */
  matrix: shape({ query, soFar, rows: field, columns: field, limit: integer(0, 200) }),
  /** The first matching record with each value of some fields, the `limit` newest of them. */
  firsts: shape({ query, soFar, fields: list(field, 1, 10), limit: integer(0, 1000) }),
  /** The other records of the requests that matching records belong to, and their `limit` most frequent values of some fields. */
  sameRequests: shape({ query, soFar, fields: list(field, 1, 10), limit: integer(0, 1000) }),
  /** The record at a place of the text: the one that contains it, else one that ends or begins on the line. */
  recordAt: textPosition,
  /**
   * At most so many epochs, and gaps of each; and all gaps in at most `stretches` stretches of time (default 0): where there
   * are more gaps, neighbours are reported as one. `sort`: which epochs come first, and are left where there are more.
   */
  coverage: shape({
    epochs: integer(0, 10_000),
    gaps: integer(0, 10_000),
    stretches: optional(integer(0, 10_000)),
    sort: optional(epochSort),
  }),
  /**
   * Looks at all records that a filter cannot decide without. To be cancelled where nobody waits any more; what was found is
   * kept, so that the same request resumes from there.
   */
  search: shape({ query }),
  /**
   * Reads the values of a field that has no column from all records, so that `facets`, `page` and `timeline` need not: they can
   * answer `soFar` meanwhile. To be cancelled where nobody waits any more; what was read is kept for a while, so that the same
   * request resumes from there.
   */
  readField: shape({ field }),
  /** The keys that some of the records have, spread over the log. */
  seenFields: shape({ limit: integer(0, 10_000) }),
  /**
   * What targets were like over all times, or over a range of ticks, as far as events with effects say. The states of the `limit`
   * targets that most matching records are about; changes closer to each other than the span divided by `width` are shown as one.
   */
  states: shape({ query, soFar, range: optional(pair(ticksText)), width: integer(1, 4096), limit: integer(0, 1000) }),
  /** What a record changed of the states of targets, and what held before. */
  stateChanges: shape({ ref: recordRef }),
  summary: shape({ query, top: integer(0, 10_000) }),
  /**
   * Writes the matching records in a format, in file order: the bytes come as parts (`ExportPart`) of the answer, one after the other
   * as they are taken. `fields`: names of fields with commas between them, as `exportForms.ts` reads them; `first`, `limit`: which of
   * the matching records.
   */
  export: shape({ query, format: oneOf(...exportFormats), fields: text(100_000), first: natural, limit: optional(natural) }),
  /** The SHA-256 of the sources; parts (`FingerprintPart`) say how far their bytes have been read. */
  fingerprints: shape({}),
  /**
   * What a redacted copy of a source replaces, with some examples of each kind. Parts (`RedactionPart`) say how far it is, as those of
   * `redact` do.
   */
  redaction: shape({ source: natural, examples: integer(0, 100) }),
  /** The redacted copy of a source: its bytes come as parts (`RedactionPart`) of the answer. */
  redact: shape({ source: natural }),
  /** The formats of all records, and what is to be said of each. */
  formats: shape({}),
};

interface Answers {
  timeline: Timeline;
  outliers: Outliers;
  facets: Facets;
  page: Page;
  rowMarks: RowMarks;
  recordTexts: RecordTexts;
  writtenRecords: WrittenRecords;
  record: RecordDetail;
  neighbour: Neighbour;
  comparison: Comparison;
  occurrences: Occurrences;
  findings: Findings;
  findingCodes: FindingCodes;
  findingRows: FindingRows;
  placedFindings: PlacedFindings;
  locate: Location;
  hover: Hover | null;
  enclosing: Enclosing;
  outline: Outline;
  references: References;
  hints: Hints;
  tokens: Tokens;
  results: PlacedResults;
  completions: Completions;
  profile: Profile;
  joinedCaller: JoinedCaller;
  matrix: Matrix;
  firsts: Firsts;
  sameRequests: SameRequests;
  recordAt: RecordAt;
  coverage: Coverage;
  search: Found;
  states: States;
  stateChanges: StateChanges;
  readField: FieldRead;
  seenFields: SeenFields;
  summary: Summary;
  export: Exported;
  fingerprints: Fingerprints;
  redaction: RedactionPreview;
  redact: Redacted;
  formats: FoundFormats;
}

export type RequestName = keyof typeof requestParams;

/** What can be requested of a session, by name: parameters and answer. */
export type Requests = {
  readonly [Name in RequestName]: { readonly params: Guarded<(typeof requestParams)[Name]>; readonly answer: Answers[Name] };
};

/** Whether unknown data is the name of a request and parameters of it. */
export function isRequest(name: unknown, params: unknown): boolean {
  return isOwnKey(requestParams, name) && requestParams[name](params);
}

/** What happened to a request. Every request ends in exactly one of these. */
export type Outcome<T> =
  | { readonly status: 'ok'; readonly answer: T }
  /** The request itself is at fault, or the engine failed: one sentence. */
  | { readonly status: 'error'; readonly message: Message }
  | { readonly status: 'cancelled' }
  /** The session was closed. */
  | { readonly status: 'closed' }
  /** The engine crashed and is reading again: send the request once more. */
  | { readonly status: 'restarted' };

/** Whoever answers requests: an engine session in this thread, its proxy in the host, its proxy in the webview. */
export interface Responder {
  /** Never rejects. Ends as `cancelled` once the signal is aborted. */
  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Requests[Name]['answer']>>;
}
