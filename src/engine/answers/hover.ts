import { aboutFormat } from '../../core/formats/aboutFormat.ts';
import type { Hover } from '../../protocol/answers/places.ts';
import type { Requests } from '../../protocol/requests.ts';
import { formatId, type AnswerContext } from './context.ts';
import { fieldAtPlace } from './fieldAtPlace.ts';
import { Places } from './places.ts';
import { rowAtPlace } from './rowAtPlace.ts';
import { describeRow } from './rows.ts';

/** What is at a line and column of a source's text: null outside records, and between the members of one. */
export async function answerHover(
  { index }: AnswerContext,
  params: Requests['hover']['params'],
  signal: AbortSignal,
): Promise<Hover | null> {
  const places = new Places(index);
  const place = await rowAtPlace(index, places, params);
  signal.throwIfAborted();
  if (place === undefined) {
    return null;
  }
  const { row, offset } = place;
  const bytes = await index.bytesOf(row);
  const found = fieldAtPlace(index, bytes, offset);
  if (found === undefined) {
    return null;
  }
  return {
    snapshot: index.snapshot,
    range: await places.ofPart(row, index.table.offset.at(row) + found.start, found.end - found.start),
    record: index.refOf(row),
    sentence: describeRow(index, row, bytes).sentence,
    field: found.field,
    format: aboutFormat(index.formats, formatId(index.table, index.table.format.data[row]!)),
  };
}
