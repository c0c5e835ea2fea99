import type { FieldRef } from './fields.ts';

export type FieldOperator = ':' | '=' | '~' | '<' | '<=' | '>' | '>=';

/** What is before the value. */
export interface TermHead {
  readonly field: FieldRef;
  readonly operator: FieldOperator;
  /** Where the term begins. */
  readonly start: number;
  /** Field and operator as written. */
  readonly text: string;
}
