import { placedFields } from '../../core/describe/placedFields.ts';
import { sourceText } from '../../core/json/utf8.ts';
import type { Token, TokenKind, Tokens } from '../../protocol/answers/text.ts';
import type { Requests } from '../../protocol/requests.ts';
import { textOf } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitTogether } from '../index/visitTogether.ts';
import { BadRequest } from '../query/badRequest.ts';
import { pairsOf } from '../query/columnValues.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';
import { hasLine, rowsOfPart } from './textPart.ts';

/** Which values in a part of a source's text are operations, results, callers and targets, whatever the format of the record. */
export async function answerTokens({ index }: AnswerContext, params: Requests['tokens']['params'], signal: AbortSignal): Promise<Tokens> {
  const { source } = params;
  if (index.sources[source] === undefined) {
    throw new BadRequest({ code: 'engine.noSource', args: [] });
  }
  const found: { readonly row: number; readonly start: number; readonly length: number; readonly kind: TokenKind }[] = [];
  await visitTogether(index, rowsOfPart(index, params), signal, (row, bytes) => {
    const kinds = kindsAt(index, row);
    for (const { field, start, end } of placedFields(bytes, index.formats)) {
      const kind = kinds.get(field.text);
      // Of a value in JSON text the place is that of the string that holds it.
      if (kind !== undefined && sourceText(bytes, start, end) === field.source) {
        const quotes = field.source.startsWith('"') ? 1 : 0;
        found.push({ row, start: start + quotes, length: end - start - 2 * quotes, kind });
      }
    }
  });
  const places = new Places(index);
  const work = new CooperativeTask(signal);
  const tokens: Token[] = [];
  for (const { row, start, length, kind } of found) {
    const { startLine, startColumn, endColumn } = await places.ofPart(row, index.table.offset.at(row) + start, length);
    if (hasLine(params, startLine) && length > 0) {
      tokens.push({ line: startLine, column: startColumn, length: endColumn - startColumn, kind });
    }
    await work.pause();
  }
  return { snapshot: index.snapshot, tokens };
}

/** What the values of a record that say what happened are, by their text. */
function kindsAt({ table }: LogIndex, row: number): ReadonlyMap<string, TokenKind> {
  const kinds = new Map<string, TokenKind>();
  const add = (text: string | null, kind: TokenKind): unknown => text !== null && text !== '' && kinds.set(text, kind);
  // A resource id is one value, while the names of targets are its parts.
  add(table.resourceAt(row) ?? null, 'target');
  pairsOf(table.placeLists, table.places.data[row]!).forEach(([, name]) => add(textOf(table.targetNames, name), 'target'));
  pairsOf(table.callers, table.caller.data[row]!).forEach(([, value]) => add(textOf(table.identities, value), 'caller'));
  add(textOf(table.operations, table.operation.data[row]!), 'operation');
  add(table.outcomes.textOf(table.result.data[row]!), table.outcomes.groupOf(table.result.data[row]!));
  return kinds;
}
