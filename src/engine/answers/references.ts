import { placedFields } from '../../core/describe/placedFields.ts';
import type { Reference, References } from '../../protocol/answers/text.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitTogether } from '../index/visitTogether.ts';
import type { AnswerContext } from './context.ts';
import { fieldAtPlace } from './fieldAtPlace.ts';
import { Places } from './places.ts';
import { rowAtPlace, type RowPlace } from './rowAtPlace.ts';

/** Where in a source a value occurs, in the order of the text. Rejects with `BadRequest` if a filter is at fault. */
export async function answerReferences(
  { index, results }: AnswerContext,
  { source, of, within, limit }: Requests['references']['params'],
  signal: AbortSignal,
): Promise<References> {
  const places = new Places(index);
  const filter = 'filter' in of ? of.filter : await filterAt(index, await rowAtPlace(index, places, { source, ...of }));
  signal.throwIfAborted();
  if (filter === null) {
    return { snapshot: index.snapshot, filter, places: [], total: 0 };
  }
  const matching = await results.inOrder(filter, 'file', signal);
  const found: { readonly row: number; readonly offset: number; readonly length: number }[] = [];
  const only = within === undefined ? undefined : index.rowOf(within);
  const rows = only === undefined ? await matching.slice(0, limit) : Uint32Array.of(only);
  await visitTogether(index, rows, signal, (row, bytes) => {
    const fields = placedFields(bytes, index.formats).filter(({ field }) => field.filter === filter);
    const begin = index.table.offset.at(row);
    const stretches = fields.length === 0 ? [{ start: 0, end: 0 }] : fields;
    found.push(...stretches.map(({ start, end }) => ({ row, offset: begin + start, length: end - start })));
  });
  const references: Reference[] = [];
  for (const { row, offset, length } of found) {
    const ref = index.refOf(row);
    if (ref.source !== source) {
      continue;
    }
    const range = await places.ofPart(row, offset, length);
    references.push({ ref, range, recordStart: (await places.startOfRecord(ref)) ?? range });
    signal.throwIfAborted();
  }
  return { snapshot: index.snapshot, filter, places: references, total: matching.count };
}

async function filterAt(index: LogIndex, place: RowPlace | undefined): Promise<string | null> {
  if (place === undefined) {
    return null;
  }
  return fieldAtPlace(index, await index.bytesOf(place.row), place.offset)?.field.filter ?? null;
}
