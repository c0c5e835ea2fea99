import { fieldByKey } from '../formats/attestation/fields.ts';
import { builtInNames, type DocumentedNames } from '../formats/documentedNames.ts';
import type { FieldRef, NamedField } from './fields.ts';

/** Titles that are not the words of the name. */
const titles: Partial<Readonly<Record<NamedField, string>>> = {
  resultGroup: 'Result',
  ip: 'Address',
  seq: 'Sequence number',
  source: 'File',
};

/**
 * What people call a field, in a word or two, as the head of a column. In English: of a field of the language and of what
 * built-in formats say a key of the l10n bundle.
 *
 * @param documented The paths that the log's formats document.
 */
export function fieldTitle(field: FieldRef, documented: DocumentedNames = builtInNames): string {
  switch (field.kind) {
    case 'named':
      return titles[field.name] ?? words(field.name);
    case 'caller':
    case 'target':
      return words(field.type);
    case 'key':
      return fieldByKey.get(field.name)?.title ?? documented.all.find(({ name }) => name === field.name)?.title ?? field.name;
  }
}

/** `Resource group` of `resourceGroup`, `API group` of `APIGroup`. */
function words(name: string): string {
  const [first = '', ...others] = name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return [
    first.slice(0, 1).toUpperCase() + first.slice(1),
    ...others.map((word) => (/^[A-Z]+$/.test(word) ? word : word.toLowerCase())),
  ].join(' ');
}
