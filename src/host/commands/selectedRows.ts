import type { RecordRef } from '../../protocol/reference.ts';
import type { Responder } from '../../protocol/requests.ts';
import type { ListRows } from '../../protocol/viewMessages.ts';

/** Records that are selected in a list: the first of them, and how many there are. */
export interface SelectedRows {
  readonly refs: readonly RecordRef[];
  readonly total: number;
}

/** The first records at positions of a list; undefined where the list is not the one any more that the positions are of. */
export async function selectedRows(
  session: Responder,
  rows: ListRows,
  limit: number,
  signal: AbortSignal,
): Promise<SelectedRows | undefined> {
  const { query, order, soFar = false } = rows;
  const refs: RecordRef[] = [];
  for (const [first, end] of rows.ranges) {
    const count = Math.min(end - first, limit - refs.length);
    if (count <= 0) {
      continue;
    }
    const outcome = await session.request('rowMarks', { query, soFar, order, at: first, count }, signal);
    if (outcome.status !== 'ok' || outcome.answer.marks.length < count || !isSameList(rows, outcome.answer)) {
      return undefined;
    }
    refs.push(...outcome.answer.marks.map(({ ref }) => ref));
  }
  return { refs, total: rows.ranges.reduce((sum, [first, end]) => sum + Math.max(0, end - first), 0) };
}

/** At the end of a list that lasts there may be more records by now. */
function isSameList({ snapshot, matching }: ListRows, answer: { readonly snapshot: number; readonly matching: number }): boolean {
  return snapshot === null ? answer.matching >= matching : answer.snapshot === snapshot && answer.matching === matching;
}
