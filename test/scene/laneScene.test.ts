import { describe, expect, it } from 'vitest';
import type { Buckets } from '../../src/core/timeline/buckets.ts';
import { spanOfText } from '../../src/core/timeline/spanText.ts';
import type { ShownPeriod, StateLane } from '../../src/protocol/answers/states.ts';
import { itemAfter, itemAt, type LaneItem, stateItems, valueItems } from '../../src/scene/laneScene.ts';
import { cutTo } from '../../webview/lanes/cutText.ts';

const span = spanOfText(['1000', '2000'])!;

function period(state: ShownPeriod['state'], since: string | null, by = 'ana'): ShownPeriod {
  return { state, since, by: { type: 'UPN', value: by }, ref: since === null ? null : { source: 0, index: Number(since) }, changes: 1 };
}

const lane: StateLane = {
  targets: [],
  what: 'policy',
  records: 4,
  periods: [period('unknown', null), period('sets', '1200'), period('resets', '1500', 'ben'), period('deletes', '1700', 'ana')],
  attempts: [
    { time: '1300', ref: { source: 0, index: 9 }, group: 'failure', count: 2 },
    { time: '2500', ref: { source: 0, index: 10 }, group: 'failure', count: 1 },
  ],
};

function items(some: StateLane = lane): readonly LaneItem[] {
  const colours = ['ana', 'ben'];
  return stateItems(
    some,
    span,
    100,
    (caller) => colours.indexOf(caller),
    ({ state }) => state,
  );
}

/** Items in words: `sets 20-50 set ana's colour`. */
function words(all: readonly LaneItem[]): readonly string[] {
  return all.map((item) =>
    item.kind === 'period'
      ? `${item.text} ${item.left}-${item.right} ${item.look} ${item.colour}`
      : `${item.group} ${item.left}-${item.right} ×${item.count}`,
  );
}

describe('what is drawn of a state', () => {
  it('is a bar for each period, from where it begins to where the next one does, and a mark for attempts in the span', () => {
    expect(words(items())).toEqual([
      'unknown 0-20 unknown 0',
      'sets 20-50 set 0',
      'resets 50-70 reset 1',
      'deletes 70-100 gone 0',
      'failure 26-34 ×2',
    ]);
  });

  it('is only what lies within the span, and of what began before that the rest', () => {
    const some = {
      ...lane,
      attempts: [],
      periods: [period('sets', '100'), period('resets', '900'), period('sets', '1900'), period('resets', '2500')],
    };
    expect(words(items(some))).toEqual(['resets 0-90 reset 0', 'sets 90-100 set 0']);
  });

  it('is one bar for changes too close to each other, and one mark for attempts that would cover each other', () => {
    const attempt = (time: string, group: 'failure' | 'clientError') => ({
      time,
      ref: { source: 0, index: Number(time) },
      group,
      count: 1,
    });
    const some: StateLane = {
      ...lane,
      periods: [
        period('sets', '100'),
        period('resets', '1500'),
        period('sets', '1510'),
        period('resets', '1520', 'ben'),
        period('sets', '1530'),
      ],
      attempts: [attempt('1300', 'clientError'), attempt('1310', 'failure'), attempt('1900', 'clientError')],
    };
    expect(words(items(some))).toEqual([
      'sets 0-50 set 0',
      'resets 50-53 many 1',
      'sets 53-100 set 0',
      'failure 26-34 ×2',
      'clientError 86-94 ×1',
    ]);
    const [, many, , mark] = items(some);
    expect(many).toMatchObject({ period: { changes: 3 }, ref: { index: 1520 } });
    expect(mark).toMatchObject({ ref: { index: 1310 } });
  });

  it('is found under the pointer, attempts before the bar on which they are', () => {
    expect([10, 30, 45, 60, 99, 100].map((x) => itemAt(items(), x))).toEqual([0, 4, 1, 2, 3, undefined]);
  });

  it('is gone through in the order of time', () => {
    const steps = [undefined, 0, 1, 4, 2, 3].map((current) => itemAfter(items(), current, 1));
    expect(steps).toEqual([0, 1, 4, 2, 3, undefined]);
    expect([undefined, 2, 0].map((current) => itemAfter(items(), current, -1))).toEqual([3, 4, undefined]);
    expect(itemAfter([], undefined, 1)).toBeUndefined();
  });
});

function buckets(groups: Partial<Buckets['groups']>): Buckets {
  const none = Array.from({ length: 4 }, () => 0);
  const { from, to } = span;
  return { from, to, width: 250n, groups: { success: none, clientError: none, failure: none, other: none, ...groups } };
}

describe('what is drawn of a value', () => {
  it('is a mark for each bucket with records, as the worst of them', () => {
    const some = buckets({ success: [1, 0, 2, 0], clientError: [0, 0, 1, 1], failure: [0, 0, 1, 0] });
    expect(words(valueItems(some, span, 40))).toEqual(['success 0-10 ×1', 'failure 20-30 ×4', 'clientError 30-40 ×1']);
  });

  it('is a number where several records are in a bucket that has room for it', () => {
    const some = buckets({ success: [1, 12, 0, 0] });
    const isNumber = (width: number): readonly boolean[] =>
      valueItems(some, span, width).map((item) => item.kind === 'mark' && item.isNumber);
    expect([isNumber(40), isNumber(400)]).toEqual([
      [false, false],
      [false, true],
    ]);
  });

  it('leaves out buckets beside the span', () => {
    const part = spanOfText(['1300', '1700'])!;
    expect(words(valueItems(buckets({ success: [1, 1, 1, 1] }), part, 40))).toEqual(['success 0-20 ×1', 'success 20-40 ×1']);
  });
});

describe('words in a bar', () => {
  it('are whole where they have room, else their beginning, and none where that says nothing', () => {
    const widthOf = (text: string): number => text.length * 6;
    expect(cutTo('set by ana', 60, widthOf)).toBe('set by ana');
    expect(cutTo('set by ana@contoso.com', 66, widthOf)).toBe('set by ana…');
    expect([cutTo('set by ana', 12, widthOf), cutTo('', 50, widthOf), cutTo('abc', -3, widthOf)]).toEqual(['', '', '']);
  });
});
