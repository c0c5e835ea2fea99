import { placedFields } from '../../core/describe/placedFields.ts';
import type { Explanation } from '../../protocol/describe.ts';
import type { Hint, Hints } from '../../protocol/answers/text.ts';
import type { Requests } from '../../protocol/requests.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitTogether } from '../index/visitTogether.ts';
import { BadRequest } from '../query/badRequest.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';
import { hasLine, rowsOfPart } from './textPart.ts';

/** Lines of an explanation that say in a few words what a value stands for. */
const shownLabels: ReadonlySet<string> = new Set(
  ['persistence', 'latency', 'marks', 'unknownBits', 'meaning'].map((name) => `describe.label.${name}`),
);

type HintOf = Hint extends infer One ? (One extends Hint ? Omit<One, 'line' | 'column'> : never) : never;

/** What values in a part of a source's text stand for, and how far the time of each record is from that before it. */
export async function answerHints({ index }: AnswerContext, params: Requests['hints']['params'], signal: AbortSignal): Promise<Hints> {
  const { source } = params;
  if (index.sources[source] === undefined) {
    throw new BadRequest({ code: 'engine.noSource', args: [] });
  }
  const { offset } = index.table;
  const { firstRow } = index.sources[source];
  const found: { readonly row: number; readonly end: number; readonly hint: HintOf }[] = [];
  await visitTogether(index, rowsOfPart(index, params), signal, (row, bytes) => {
    const change = timeChange(index, row, firstRow);
    const own = index.table.timeState.data[row] === validTime ? String(index.table.ticksAt(row)) : undefined;
    let isTimed = false;
    for (const { field, end } of placedFields(bytes, index.formats)) {
      const lines = field.explanation.filter(({ label }) => shownLabels.has(label.code));
      if (!isTimed && change !== undefined && field.explanation.some(({ ticks }) => ticks === own)) {
        // A record may write its time more than once.
        isTimed = true;
        found.push({ row, end, hint: change });
      } else if (lines.length > 0) {
        found.push({ row, end, hint: { kind: 'meaning', lines: lines.map(plain) } });
      }
    }
  });
  const places = new Places(index);
  const work = new CooperativeTask(signal);
  const hints: Hint[] = [];
  for (const { row, end, hint } of found) {
    const place = await places.ofPart(row, offset.at(row) + end, 0);
    if (hasLine(params, place.startLine)) {
      hints.push({ ...hint, line: place.startLine, column: place.startColumn });
    }
    await work.pause();
  }
  return { snapshot: index.snapshot, hints };
}

function plain({ label, value, isDocumentation = false }: Explanation): Explanation {
  return { label, value, isDocumentation };
}

/** Undefined for the first record, and where one of the two has no valid time. */
function timeChange({ table }: LogIndex, row: number, firstRow: number): HintOf | undefined {
  const [before, own] = [row > firstRow ? table.timeState.data[row - 1] : undefined, table.timeState.data[row]];
  if (before !== validTime || own !== validTime) {
    return undefined;
  }
  const change = table.ticksAt(row) - table.ticksAt(row - 1);
  return change < 0n ? { kind: 'earlier', ticks: String(-change) } : { kind: 'later', ticks: String(change) };
}
