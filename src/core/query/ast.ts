import type { FieldRef } from './fields.ts';
import type { Decimal } from '../json/decimal.ts';
import type { RelativeTime } from './relativeTime.ts';
import type { TimeUnit } from './timeUnit.ts';

/**
 * What a filter says, as a tree.
 *
 * Texts are kept decoded (quotes and escapes gone), so that two spellings of one filter make one tree; `formatQuery`
 * writes the canonical spelling. `and` and `or` are flat: neither holds a child of its own kind, both hold two or more.
 */
export type Query = AllQuery | AndQuery | OrQuery | NotQuery | Term;

/** A stretch of the filter's text in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The empty filter: every record. It is only at the top. */
export interface AllQuery {
  readonly kind: 'all';
  readonly span: Span;
}

export interface AndQuery {
  readonly kind: 'and';
  readonly items: readonly Query[];
  readonly span: Span;
}

export interface OrQuery {
  readonly kind: 'or';
  readonly items: readonly Query[];
  readonly span: Span;
}

export interface NotQuery {
  readonly kind: 'not';
  readonly item: Query;
  readonly span: Span;
}

export type Term = FieldTerm | BareTerm | WholeLogTerm;

/** `field:value` and its kin. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly field: FieldRef;
  readonly matcher: Matcher;
  readonly span: Span;
  /** Where the value is, without the operator before it. */
  readonly valueSpan: Span;
}

/** A bare word or quoted text: a substring, without regard to case, of what a reader sees first of a record. */
export interface BareTerm {
  readonly kind: 'bare';
  readonly text: string;
  readonly span: Span;
}

/**
 * `first(field)`, `rare(field, n)`, `count(field)<n`: the record has a value of the field of which this holds in the whole log,
 * whatever the rest of the filter says.
 */
export interface WholeLogTerm {
  readonly kind: 'wholeLog';
  readonly field: FieldRef;
  readonly demand: WholeLogDemand;
  readonly span: Span;
}

export type WholeLogDemand =
  /** No record before it has the value, in the order of time. */
  | { readonly kind: 'first' }
  /** At most so many records have it. */
  | { readonly kind: 'rare'; readonly most: number }
  /** The number of records that have it compares so. */
  | { readonly kind: 'count'; readonly operator: ComparisonOperator; readonly operand: number };

export type Matcher = SingleMatcher | AnyOfMatcher | RegexMatcher;

/** What can be alone or in a list. */
export type SingleMatcher =
  | EqualsMatcher
  | WildcardMatcher
  | ExactMatcher
  | NullMatcher
  | NumberMatcher
  | NumberRangeMatcher
  | TimeMatcher
  | TimeRangeMatcher
  | RelativeTimeMatcher
  | RelativeTimeRangeMatcher
  | QuantityMatcher
  | QuantityRangeMatcher;

/** `field:value`, `field:"value"`: equal without regard to case; in the field `text`, contained. */
export interface EqualsMatcher {
  readonly kind: 'equals';
  readonly value: string;
}

/** `field:val*`: `*` any text, `?` one character, over the whole value and without regard to case. */
export interface WildcardMatcher {
  readonly kind: 'wildcard';
  readonly pattern: string;
}

/** `field=value`: equal with case. On numbers and times only `field="value"`: the text as the record writes it. */
export interface ExactMatcher {
  readonly kind: 'exact';
  readonly value: string;
}

/** `field:null`: the key is missing or null. */
export interface NullMatcher {
  readonly kind: 'null';
}

export type ComparisonOperator = '=' | '<' | '<=' | '>' | '>=';

/** `seq:512` (operator `=`), `seq>=1277`. */
export interface NumberMatcher {
  readonly kind: 'number';
  readonly operator: ComparisonOperator;
  readonly operand: Decimal;
}

/** `seq:10..20`, `seq:10..`, `seq:..20`: both ends belong to it, at least one is given. */
export interface NumberRangeMatcher {
  readonly kind: 'numberRange';
  readonly from: Decimal | undefined;
  readonly to: Decimal | undefined;
}

/** `time:2020-11-23` (operator `=`: within the unit), `time>2020-11-23` (after the unit). */
export interface TimeMatcher {
  readonly kind: 'time';
  readonly operator: ComparisonOperator;
  readonly unit: TimeUnit;
}

/** `time:X..Y`: from the first tick of X to the last of Y, at least one is given. */
export interface TimeRangeMatcher {
  readonly kind: 'timeRange';
  readonly from: TimeUnit | undefined;
  readonly to: TimeUnit | undefined;
}

/** `time:last-24h` (operator `=`: from that moment on), `time>=last-1h`: counted back from the time of the log's latest record. */
export interface RelativeTimeMatcher {
  readonly kind: 'relativeTime';
  readonly operator: ComparisonOperator;
  readonly time: RelativeTime;
}

/** `time:last-48h..last-24h`, `time:2020-11-23..last-24h`: at least one end counts back from the time of the log's latest record. */
export interface RelativeTimeRangeMatcher {
  readonly kind: 'relativeTimeRange';
  readonly from: TimeUnit | RelativeTime | undefined;
  readonly to: TimeUnit | RelativeTime | undefined;
}

/**
 * `key.x:5`, `key.x:2020-11-23`, `key.x>=2020`, where the values of a field may be of any kind: a value that is a number is
 * compared with `number`, one that is a time with `unit`. With `:` (operator `=`) a value that equals `text` matches too. At
 * least one of `number` and `unit` is given.
 */
export interface QuantityMatcher {
  readonly kind: 'quantity';
  readonly operator: ComparisonOperator;
  /** The operand as written, in canonical spelling. */
  readonly text: string;
  readonly number: Decimal | undefined;
  readonly unit: TimeUnit | undefined;
}

/** `key.x:2020..2021`, where both readings make sense: values that are numbers in one range, or times in the other. */
export interface QuantityRangeMatcher {
  readonly kind: 'quantityRange';
  readonly numbers: NumberRangeMatcher;
  readonly times: TimeRangeMatcher;
}

/** `field:(A, "B", C*)`: two or more, in the order written. */
export interface AnyOfMatcher {
  readonly kind: 'anyOf';
  readonly items: readonly SingleMatcher[];
}

/** `field~/pattern/i`: found anywhere in the value. Most of what can be wrong with the pattern is found when it is compiled, not when it is parsed. */
export interface RegexMatcher {
  readonly kind: 'regex';
  /** As handed to the engine: `\/` of the filter's text has become `/`. */
  readonly pattern: string;
  readonly flags: '' | 'i';
}
