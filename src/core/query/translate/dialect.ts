import type { Span } from '../ast.ts';
import type { TextTest } from './condition.ts';

/** How an engine with tables writes what conditions consist of. Expressions are text of the engine's language. */
export interface Dialect {
  readonly constants: { readonly true: string; readonly false: string };
  readonly and: string;
  readonly or: string;
  readonly equals: string;
  not(condition: string): string;
  /** A column by its name. */
  column(name: string): string;
  /** A test of a text; null where the text is null, or false. */
  text(value: string, test: TextTest, span: Span): string;
  /** A text without blanks, all that JavaScript knows. */
  withoutBlanks(value: string): string;
  /** False where a condition is null. */
  isTrue(condition: string): string;
  /** Whether a text is null. */
  isMissing(column: string, span: Span): string;
  /** Whether a list is empty, or has a null. */
  isListMissing(column: string, span: Span): string;
  /** Whether a value of a list passes a test; null passes none. */
  anyOf(column: string, test: (value: string) => string): string;
  /** A whole number, to compare with columns of ticks (`long`) or of any numbers. */
  number(value: bigint, kind: 'long' | 'decimal'): string;
  /** A moment before the latest of the column of ticks. */
  latest(ticksColumn: string, ticksBack: bigint, after: bigint): string;
}
