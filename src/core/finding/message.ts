/**
 * A sentence that core wants said, without its words.
 *
 * Core knows no language: it names a code and hands over the arguments. The words are in `protocol/english.ts`, and
 * host, webview and command line say them (`protocol/say.ts`), each in the user's language. Arguments may be messages
 * again, so that a sentence can be put together from clauses. Text arguments come from logs and are never trusted.
 */
export interface Message {
  readonly code: string;
  readonly args: readonly MessageArgument[];
}

export type MessageArgument = string | number | Message;

/** Makes a {@link Message}. */
export function message(code: string, ...args: readonly MessageArgument[]): Message {
  return { code, args };
}
