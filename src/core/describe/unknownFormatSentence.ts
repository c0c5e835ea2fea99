import { message, type Message } from '../finding/message.ts';
import { plainText } from './plainText.ts';

/** So many keys are named: enough to tell one kind of record from another. */
const maxKeys = 5;
/** In UTF-16 units. */
const maxKeyLength = 40;

/** The sentence about a record of a format that is not understood: what it is not, and its first keys. */
export function describeUnknownFormat(keys: readonly string[]): Message {
  const named = keys
    .slice(0, maxKeys)
    .map((key) => plainText(key, maxKeyLength))
    .join(', ');
  return message(keys.length > maxKeys ? 'describe.unknownFormat.more' : 'describe.unknownFormat', named);
}
