import type { NameExtent } from '../../core/describe/sentenceNames.ts';
import { excerpt } from '../../core/finding/verdict.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import type { FieldText } from '../../protocol/answers/page.ts';
import { blockRows, type Block } from '../columns/blocks.ts';
import { fieldNamed } from '../query/fieldNamed.ts';
import { shownParts } from '../query/shownParts.ts';
import { valuesOfRow } from '../query/valuesOfRow.ts';
import type { AnswerContext } from './context.ts';

/**
 * Reads what rows say of some fields, as lists of values show it: from the columns where they hold a field, else from the bytes of
 * the record. Throws `BadRequest` if there is no field of a name.
 */
export function fieldTexts(
  { index, results }: AnswerContext,
  names: readonly string[],
  extent: NameExtent,
): (row: number, bytes: Uint8Array) => readonly FieldText[] {
  const columns = { table: index.table, formats: index.formats, resources: results.memory.resources };
  const fields = names.map((name) => {
    const ref = fieldNamed(index, name);
    return { name, ref, parts: shownParts(columns, ref) };
  });
  return (row, bytes) => {
    const block = blockOf(row, index.rows);
    const record = valuesOfRow(index, row, bytes);
    return fields.flatMap(({ name, ref, parts }) => {
      const values = parts?.flatMap(({ read, valuesOf }) => valuesOf(read(block)[0]!)) ?? record.values(ref);
      const [first, ...further] = new Set(values.filter((value) => value !== null));
      // A secret of which the end is cut off could not be told any more: it is masked before.
      const text = first === undefined ? undefined : maskSecrets(first);
      return text === undefined ? [] : [{ field: name, text: extent === 'whole' ? text : excerpt(text), more: further.length }];
    });
  };
}

/** One row of its block. */
function blockOf(row: number, rows: number): Block {
  const start = row - (row % blockRows);
  return { start, end: Math.min(start + blockRows, rows), count: 1, places: Uint16Array.of(row - start) };
}
