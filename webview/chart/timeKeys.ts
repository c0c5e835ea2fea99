import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { FarRecordsActs } from './farRecordsNote.ts';
import { isDenseShown, type TimeAxis } from './timeAxis.ts';

/** What keys on a chart ask of the time that is shown. */
export type TimeKey = 'extent' | 'before' | 'after';

/** Does what the buttons beside the sentence about far records do. */
export function actOnTimeKey(key: TimeKey, axis: TimeAxis, shown: TimeSpan, { go, show }: FarRecordsActs): void {
  if (key === 'extent') {
    show(axis.far === undefined || isDenseShown(axis, shown) ? 'whole' : 'dense');
    return;
  }
  const far = axis.far?.[key];
  if (far !== undefined) {
    go(far.span);
  }
}
