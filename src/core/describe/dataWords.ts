import { message, type Message, type MessageArgument } from '../finding/message.ts';

/**
 * Words that a format's data holds, such as the title of an event: as the documentation of fields they are English, and keys
 * of the l10n bundle themselves, so that no code leads to them. `{0}` and so on stand for the arguments.
 */
export function dataWords(words: string, ...args: readonly MessageArgument[]): Message {
  return message(words, ...args);
}
