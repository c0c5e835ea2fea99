import { heldValueAt } from '../../core/describe/heldValue.ts';
import { enclosingStretches } from '../../core/json/enclosingStretches.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import type { Enclosing } from '../../protocol/answers/text.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { TextRange } from '../../protocol/reference.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';
import { rowAtPlace } from './rowAtPlace.ts';

/** What is around a line and column of a source's text: values in JSON text, values, members, the record. */
export async function answerEnclosing(
  { index }: AnswerContext,
  params: Requests['enclosing']['params'],
  signal: AbortSignal,
): Promise<Enclosing> {
  const places = new Places(index);
  const place = await rowAtPlace(index, places, params);
  signal.throwIfAborted();
  if (place === undefined) {
    return { snapshot: index.snapshot, ranges: [] };
  }
  const { row, offset } = place;
  const bytes = await index.bytesOf(row);
  const root = parseValueTree(bytes, 0, bytes.length);
  const stretches = [...enclosingStretches(root, offset)];
  const [held, innermost] = [heldValueAt(bytes, root, offset), stretches.at(-1)];
  if (held !== undefined && innermost !== undefined && held.end - held.start < innermost.end - innermost.start) {
    stretches.push({ start: held.start, end: held.end });
  }
  const ranges: TextRange[] = [];
  const begin = index.table.offset.at(row);
  for (const { start, end } of stretches) {
    ranges.unshift(await places.ofPart(row, begin + start, end - start));
  }
  return { snapshot: index.snapshot, ranges };
}
