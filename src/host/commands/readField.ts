import type { TimelineView } from '../editor/timelineView.ts';

/** How often it is asked how far the reading is. Milliseconds. */
const pause = 300;

/**
 * Has the engine read the values of a field from all records, which takes long in a large log, and reports meanwhile how many
 * records have been read.
 */
export async function readField(
  view: TimelineView,
  field: string,
  signal: AbortSignal,
  report: (read: number, total: number) => void,
): Promise<void> {
  let isRead = false;
  const ask = async (): Promise<void> => {
    const outcome = await view.session.request('facets', { query: '', soFar: true, field, limit: 0 }, signal);
    if (!isRead && !signal.aborted && outcome.status === 'ok' && outcome.answer.searching !== undefined) {
      const { left, total } = outcome.answer.searching;
      report(total - left, total);
    }
  };
  const timer = setInterval(() => void ask(), pause);
  try {
    await view.session.request('readField', { field }, signal);
  } finally {
    isRead = true;
    clearInterval(timer);
  }
}
