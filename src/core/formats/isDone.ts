import type { ResultGroup } from '../record/results.ts';
import type { EventDescription } from './definition/formatDocumentation.ts';

/**
 * Whether a record says that what its operation stands for was done: it succeeded, or it has no result (null) and its system records
 * the operation only where it was done.
 */
export function isDone(event: Pick<EventDescription, 'isRecordedWhenDone'>, group: ResultGroup, result: string | null): boolean {
  return group === 'success' || (group === 'other' && result === null && event.isRecordedWhenDone === true);
}
