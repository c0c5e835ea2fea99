import { fieldName, resolveField, valueKindOf, type FieldRef } from '../../../src/core/query/fields.ts';
import { canonicalAddress } from '../../../src/core/record/address.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { valuesOfRow } from '../../../src/engine/query/valuesOfRow.ts';
import { SlowSpellings } from './slowSpellings.ts';

export function fieldOf(name: string): FieldRef {
  const field = resolveField(name);
  if (field === undefined) {
    throw new Error(name);
  }
  return field;
}

/** The distinct values that each record counts for, from the records one by one: null for one without any. */
export function slowValues(index: LogIndex, lines: readonly string[], name: string): readonly (readonly (string | null)[])[] {
  const field = fieldOf(name);
  const bytes = lines.map((line) => new TextEncoder().encode(line));
  const spellings = new SlowSpellings(
    bytes.map((line, row) => {
      const targets = valuesOfRow(index, row, line).values(fieldOf('target'));
      // That which has columns of its own is noted first.
      return [index.table.resourceAt(row) ?? null, ...targets].filter((value) => value !== null);
    }),
  );
  const isSpelled = field.kind === 'target' || ['instance', 'subscription', 'resourceGroup', 'target'].includes(fieldName(field));
  const form = (value: string): string =>
    valueKindOf(field) === 'address' ? (canonicalAddress(value) ?? value) : isSpelled ? spellings.of(fieldName(field), value) : value;
  return bytes.map((line, row) => {
    const forms = valuesOfRow(index, row, line)
      .values(field)
      .map((value) => (value === null ? null : form(value)));
    // The label stands behind the identities.
    const counting = name === 'caller' ? [forms.findLast((value) => value !== null) ?? null] : forms;
    return counting.length === 0 ? [null] : [...new Set(counting)];
  });
}
