import { describe, expect, it } from 'vitest';
import type { TimelineView } from '../../../src/host/editor/timelineView.ts';
import { Timelines } from '../../../src/host/editor/timelines.ts';

/** As much of a timeline as has to do with which one is meant. */
function viewOf(log: string, viewColumn: number | undefined, isVisible: boolean): TimelineView {
  return { uri: { toString: () => log }, viewColumn, isVisible } as unknown as TimelineView;
}

describe('nearest', () => {
  const hidden = viewOf('file:///a', 1, false);
  const visible = viewOf('file:///a', 2, true);
  const last = viewOf('file:///a', 3, false);
  const other = viewOf('file:///b', 1, true);

  it.each<[what: string, added: readonly TimelineView[], inColumnOf: TimelineView | undefined, expected: TimelineView | undefined]>([
    ['in the column', [visible, last, hidden, other], last, last],
    ['in view', [hidden, visible, last, other], undefined, visible],
    ['in view, where the column has none', [hidden, visible, last, other], viewOf('file:///c', 7, true), visible],
    ['that was active last', [hidden, last, other], undefined, last],
    ['of no other log', [other], hidden, undefined],
  ])('is the one %s', (_, added, inColumnOf, expected) => {
    const timelines = new Timelines();
    added.forEach((view) => timelines.add(view));
    expect(timelines.nearest('file:///a', inColumnOf?.viewColumn)).toBe(expected);
  });
});
