import { message, type Message } from '../finding/message.ts';
import { maskSecrets } from '../record/maskSecrets.ts';
import { plainName, plainText } from './plainText.ts';

/** How much of names and texts a sentence holds: as much as tells which one is meant, or all, for what is read without the record. */
export type NameExtent = 'short' | 'whole';

/** Longest name or text in a sentence, in UTF-16 units. */
const maxNameLength: Readonly<Record<NameExtent, number>> = { short: 80, whole: Infinity };

/** A name of a record as a sentence may hold it; null for none. */
export function shownName(name: string | null, extent: NameExtent = 'short'): string | null {
  return name === null || name.trim() === '' ? null : plainName(maskSecrets(name), maxNameLength[extent]);
}

/** What a record says in words, as a sentence may hold it; null for nothing. */
export function shownText(text: string | null | undefined, extent: NameExtent = 'short'): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : plainText(maskSecrets(text), maxNameLength[extent]);
}

/** The caller's words: the name, where that shows by itself what kind of name it is, else with its type. */
export function callerWords(
  { type, value }: { readonly type: string | null; readonly value: string },
  extent: NameExtent = 'short',
): Message {
  const name = extent === 'short' && guid.test(value) ? shortGuid(value) : shownName(value, extent);
  if (type === null || name === null) {
    return message('describe.caller.unknown');
  }
  const namesItself = ['upn', 'email', 'username', 'displayname', 'arn', 'service'].includes(type.toLowerCase());
  return namesItself
    ? message('describe.caller.named', name)
    : message('describe.caller.typed', plainText(type, maxNameLength[extent]), name);
}

/** A GUID by its first group and its last digits, which is how people tell GUIDs apart. */
function shortGuid(value: string): string {
  return `${value.slice(0, 8)}…${value.slice(-4)}`;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
