import { message, type Message, type MessageArgument } from '../finding/message.ts';
import type { Span } from './ast.ts';

/** Why a filter was not understood, and where. */
export interface QueryError {
  /** Says what was expected. English texts: `protocol/english/query.ts`. */
  readonly message: Message;
  /** The stretch of the filter's text to underline; may be empty at its end. UTF-16 units. */
  readonly span: Span;
  /** Near names to replace the span's text with, best first; often none. */
  readonly suggestions: readonly string[];
}

/** Makes a {@link QueryError} without suggestions. */
export function queryError(span: Span, code: string, ...args: readonly MessageArgument[]): QueryError {
  return { message: message(code, ...args), span, suggestions: [] };
}

/**
 * The error as one sentence with its position (1-based, as people count), for places that cannot underline.
 *
 * @param code Says in what the position counts: a filter, or `query.errorAtFields` a list of fields.
 */
export function positionedMessage(error: QueryError, code: 'query.errorAt' | 'query.errorAtFields' = 'query.errorAt'): Message {
  return message(code, error.span.start + 1, error.message);
}
