import type { WrittenRecord } from '../../protocol/answers/page.ts';
import { clampedRuns, countOf, type ExcerptChoice, firstRecords, maxExcerptRecords } from '../base/excerptChoice.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { answerOf } from '../engine/whenRead.ts';

/** The records of an excerpt that a log has, and how many were chosen. */
export interface ExcerptRecords {
  readonly records: readonly WrittenRecord[];
  readonly matching: number;
}

/** Longer records are no more than would be shown. UTF-16 units. */
const maxUnits = 16_000_000;

/** Reads the first records of a choice, as many as an excerpt shows. The log has been read to its end. */
export async function excerptRecords(choice: ExcerptChoice, session: EngineSession, signal: AbortSignal): Promise<ExcerptRecords> {
  const records: WrittenRecord[] = [];
  let units = 0;
  const take = (more: readonly WrittenRecord[]): boolean => {
    records.push(...more);
    units += more.reduce((sum, { text }) => sum + text.length, 0);
    return more.length > 0 && units < maxUnits;
  };
  if (choice.kind === 'filter') {
    const { query, order } = choice;
    for (;;) {
      const [at, count] = [records.length, maxExcerptRecords - records.length];
      const { records: more, matching } = await answerOf(session, 'writtenRecords', { query, order, at, count }, signal);
      if (!take(more) || records.length >= Math.min(matching, maxExcerptRecords)) {
        return { records, matching };
      }
    }
  }
  const runs = clampedRuns(choice.runs, session.snapshot?.sources ?? []);
  const refs = firstRecords(runs);
  while (records.length < refs.length) {
    const { records: more } = await answerOf(session, 'writtenRecords', { refs: refs.slice(records.length) }, signal);
    if (!take(more)) {
      break;
    }
  }
  return { records, matching: choice.total > maxExcerptRecords ? choice.total : countOf(runs) };
}
