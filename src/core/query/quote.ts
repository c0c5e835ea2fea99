import { fieldName, type FieldRef } from './fields.ts';

/** Values that mean the same with and without quotes, wherever a value can be. Narrower than the grammar, for the eye. */
const plainValue = /^[A-Za-z0-9_@#./+-][A-Za-z0-9_@#./:+-]*$/;

/** Words that mean the same with and without quotes where a term can be: no operator, no leading minus, no field. */
const plainWord = /^[A-Za-z0-9_@#.][A-Za-z0-9_@#.+-]*$/;

/** Parts of a field's name that need no quotes. */
const plainName = /^[\p{L}\p{N}_.$@-]+$/u;

/** What would not survive an input box or would hide in it: controls, line breaks, directions, lone surrogates. */
const unseen = /["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Quoted text that reads back as exactly `text`, on one line and with nothing invisible in it. */
export function quote(text: string): string {
  const escaped = text.replace(unseen, (character) =>
    character === '"' || character === '\\' ? `\\${character}` : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
  return `"${escaped}"`;
}

/** A value of `field:`, quoted where it would be read as something else. */
export function valueText(value: string): string {
  return plainValue.test(value) && value !== 'null' ? value : quote(value);
}

/** A bare word, quoted where it would be read as something else. */
export function wordText(word: string): string {
  return plainWord.test(word) && !isOperatorWord(word) ? word : quote(word);
}

/** A field as it is before its operator: the type or key is quoted where it needs to be. */
export function fieldText(field: FieldRef): string {
  const name = fieldName(field);
  const dot = name.indexOf('.');
  const rest = name.slice(dot + 1);
  // A name that ends with a dot reads as one that is half typed.
  return dot === -1 || (plainName.test(rest) && !rest.endsWith('.')) ? name : `${name.slice(0, dot)}.${quote(rest)}`;
}

export function isOperatorWord(word: string): word is 'AND' | 'OR' | 'NOT' {
  return word === 'AND' || word === 'OR' || word === 'NOT';
}
