import type { MessageArgument } from '../../finding/message.ts';
import type { Span } from '../ast.ts';
import { queryError, type QueryError } from '../queryError.ts';

/** Thrown within this folder where a part of a filter has no exact translation. */
export class Refused extends Error {
  readonly error: QueryError;

  constructor(error: QueryError) {
    super(error.message.code);
    this.error = error;
  }
}

/** Ends a translation: the place, and why it cannot be translated. */
export function refuse(span: Span, code: string, ...args: readonly MessageArgument[]): never {
  throw new Refused(queryError(span, code, ...args));
}
