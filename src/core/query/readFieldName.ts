import type { Scanner } from './scanner.ts';

/** The name of a field as a filter writes it, without its quotes. */
export interface WrittenName {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Reads what may be a field's name: empty if no letters are here, undefined if its quotes are never closed. A type is quoted
 * as a whole, of a path of keys any part: `caller."My Type"`, `key.a."b c".d`.
 */
export function readFieldName(scanner: Scanner): WrittenName | undefined {
  let name = scanner.readName();
  let text = name;
  let quoted = false;
  while (takesQuotes(scanner, name, text)) {
    const part = scanner.readQuoted();
    if (part === undefined) {
      return undefined;
    }
    name = isPath(text) && scanner.text.startsWith('.', scanner.position) ? scanner.readName() : '';
    text += part + name;
    // A dot at the end is that of a name half typed.
    quoted = !name.endsWith('.');
  }
  return { text, quoted };
}

function takesQuotes(scanner: Scanner, name: string, text: string): boolean {
  return scanner.next === '"' && name.endsWith('.') && (isPath(text) || /^(?:caller|target)\.$/i.test(text));
}

function isPath(text: string): boolean {
  return /^key\./i.test(text);
}

/** An unquoted `caller.` is a name half typed; the type whose name is empty is written `caller.""`. */
export function isUnfinished({ text, quoted }: WrittenName): boolean {
  return !quoted && text.endsWith('.');
}
