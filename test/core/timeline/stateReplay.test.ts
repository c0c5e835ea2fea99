import { describe, expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { type EffectKind, StateReplay, type StateHistory } from '../../../src/core/timeline/stateReplay.ts';
import { spanOfText } from '../../../src/core/timeline/spanText.ts';

type Line = readonly [time: number, what: string, kind: EffectKind, group?: ResultGroup, subject?: readonly number[]];

/** Replays events, whose rows are their places in the list; `what` may be empty for the target itself. */
function replayed(lines: readonly Line[], { from = 0, to = 100, resolution = 100 } = {}): readonly StateHistory[] {
  const span = spanOfText([String(from), String(to)])!;
  const replay = new StateReplay(span, resolution);
  lines.forEach(([time, what, kind, group = 'success', subject = [1]], row) => {
    const [moment] = [spanOfText([String(time), String(time + 1)])!.from];
    replay.add({ time: moment, row, subject, what: what === '' ? null : what, kind, group });
  });
  return replay.histories();
}

/** A history in words: `unknown | sets@5#0 | resets@9#1`, where `×2` stands for two changes. */
function words({ periods }: StateHistory): string {
  return periods
    .map(({ state, since, row, changes }) =>
      since === undefined ? state : `${state}@${since}#${row}${changes === 1 ? '' : `×${changes}`}`,
    )
    .join(' | ');
}

const tables: readonly { readonly name: string; readonly events: readonly Line[]; readonly lanes: readonly string[] }[] = [
  {
    name: 'is unknown before the first record about it',
    events: [[5, 'policy', 'sets']],
    lanes: ['unknown | sets@5#0'],
  },
  {
    name: 'is changed by each success',
    events: [
      [5, 'policy', 'sets'],
      [9, 'policy', 'resets'],
    ],
    lanes: ['unknown | sets@5#0 | resets@9#1'],
  },
  {
    name: 'is not changed by what failed or says no outcome',
    events: [
      [5, 'policy', 'sets'],
      [7, 'policy', 'resets', 'failure'],
      [8, 'policy', 'resets', 'clientError'],
      [9, 'policy', 'resets', 'other'],
    ],
    lanes: ['unknown | sets@5#0'],
  },
  {
    name: 'is apart from other states of the same target, and from those of others',
    events: [
      [5, 'policy', 'sets'],
      [6, 'certificates', 'sets'],
      [7, 'policy', 'resets', 'success', [2]],
    ],
    lanes: ['unknown | sets@5#0', 'unknown | sets@6#1', 'unknown | resets@7#2'],
  },
  {
    name: 'ends with its target, and is unknown once that is created anew',
    events: [
      [5, 'policy', 'sets'],
      [7, '', 'deletes'],
      [9, '', 'creates'],
    ],
    lanes: ['unknown | sets@5#0 | deletes@7#1 | unknown@9#2', 'unknown | deletes@7#1 | creates@9#2'],
  },
  {
    name: 'stays when its target is created or changed while it is there',
    events: [
      [5, 'policy', 'sets'],
      [9, '', 'creates'],
    ],
    lanes: ['unknown | sets@5#0', 'unknown | creates@9#1'],
  },
  {
    name: 'of a member of a group ends with either of them',
    events: [
      [5, 'membership', 'grants', 'success', [1, 2]],
      [6, 'membership', 'grants', 'success', [1, 3]],
      [7, '', 'deletes', 'success', [2]],
    ],
    lanes: ['unknown | grants@5#0 | deletes@7#2', 'unknown | grants@6#1', 'unknown | deletes@7#2'],
  },
];

describe('a replayed state', () => {
  it.each(tables)('$name', ({ events, lanes }) => {
    expect(replayed(events).map(words)).toEqual(lanes);
  });

  it('that was in force before the span is its first, with the time at which it began', () => {
    const events: readonly Line[] = [
      [2, 'policy', 'sets'],
      [5, 'policy', 'resets'],
      [20, 'policy', 'sets'],
      [50, 'policy', 'resets'],
    ];
    expect(replayed(events, { from: 10, to: 40 }).map(words)).toEqual(['resets@5#1×2 | sets@20#2']);
  });

  it('that is too short for the resolution is counted in the next one', () => {
    const events: readonly Line[] = [
      [1, 'policy', 'sets'],
      [3, 'policy', 'resets'],
      [9, 'policy', 'sets'],
      [11, 'policy', 'resets'],
    ];
    expect(replayed(events, { resolution: 10 }).map(words)).toEqual(['unknown | sets@9#2×3 | resets@11#3']);
  });

  it('has attempts within the span, the worst of those that are too close to each other', () => {
    const events: readonly Line[] = [
      [5, 'policy', 'sets', 'failure'],
      [21, 'policy', 'sets', 'other'],
      [23, 'policy', 'sets', 'failure'],
      [24, 'policy', 'sets', 'clientError'],
      [31, 'policy', 'sets', 'clientError'],
      [41, 'policy', 'sets', 'failure'],
    ];
    const [history] = replayed(events, { from: 10, to: 40, resolution: 3 });
    expect(history!.attempts).toEqual([
      { time: 21n, row: 1, group: 'failure', count: 3 },
      { time: 31n, row: 4, group: 'clientError', count: 1 },
    ]);
    expect(words(history!)).toBe('unknown');
  });

  it('is kept only where it is wanted', () => {
    const span = spanOfText(['0', '100'])!;
    const replay = new StateReplay(span, 10, ({ what }) => what === 'policy');
    replay.add({ time: span.from, row: 0, subject: [1], what: 'certificates', kind: 'sets', group: 'success' });
    replay.add({ time: span.from, row: 1, subject: [1], what: 'policy', kind: 'sets', group: 'success' });
    replay.add({ time: span.from, row: 2, subject: [1], what: null, kind: 'deletes', group: 'success' });
    expect(replay.histories().map(({ what }) => what)).toEqual(['policy']);
    expect(replay.histories().map(words)).toEqual(['unknown | deletes@0#2×2']);
  });
});
