import type { FieldDocumentation } from '../formats/definition/formatDocumentation.ts';

/** The documented types of a field in words, such as `string or null`; `kind`, that of its value, where none is documented. */
export function typeWords({ type, items, isNullable = false }: FieldDocumentation, kind: string): string {
  if (type === undefined) {
    return kind;
  }
  if (items !== undefined) {
    return `array of ${items}s`;
  }
  return [type, ...(isNullable ? ['null'] : [])].flat().join(' or ');
}
