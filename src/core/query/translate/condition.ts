import type { ComparisonOperator, Span } from '../ast.ts';
import type { FieldRef } from '../fields.ts';

/** What a filter demands of a record, with all that the language implies spelled out: what every dialect is written from. */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Condition[] }
  | { readonly kind: 'not'; readonly item: Condition }
  | FieldCondition;

/** That a value of a field passes a test; of `missing`, that there is none, or a null among them. */
export interface FieldCondition {
  readonly kind: 'field';
  readonly field: FieldRef;
  readonly test: ValueTest;
  /** The part of the filter that says so. */
  readonly span: Span;
}

export type ValueTest =
  | { readonly kind: 'missing' }
  | { readonly kind: 'text'; readonly form: TextForm; readonly test: TextTest }
  /** Whole ticks, both ends included. */
  | { readonly kind: 'ticks'; readonly from: TickBound | undefined; readonly to: TickBound | undefined }
  /** Compared exactly, whatever the value's notation; both ends of a range are included. */
  | { readonly kind: 'number'; readonly operator: ComparisonOperator; readonly operand: bigint }
  | { readonly kind: 'numbers'; readonly from: bigint | undefined; readonly to: bigint | undefined };

/**
 * What of a value is tested: its text as it is, an address in its one spelling (as {@link canonicalAddress} has it), or the text
 * without blanks.
 */
export type TextForm = 'asWritten' | 'address' | 'withoutBlanks';

export type TextTest =
  /** Equal to one of them; `folded`: they are in lower case, and so is the value to be. */
  | { readonly kind: 'oneOf'; readonly texts: readonly string[]; readonly folded: boolean }
  /** `*` any text, `?` one code point, over the whole value in lower case. */
  | { readonly kind: 'wildcard'; readonly pattern: string }
  | { readonly kind: 'contains'; readonly text: string; readonly folded: boolean }
  /** RE2's syntax. `fitsEmpty`: it finds the empty text too. */
  | { readonly kind: 'regex'; readonly pattern: string; readonly ignoresCase: boolean; readonly fitsEmpty: boolean };

/**
 * A number of ticks, or a moment so many before the time of the log's latest record (not below 0) and `after` more. In a log without
 * times no record passes.
 */
export type TickBound = { readonly ticks: bigint } | { readonly ticksBack: bigint; readonly after: bigint };
