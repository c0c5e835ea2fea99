import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampTicks, type Ticks } from '../../../src/core/record/ticks.ts';
import type { Buckets } from '../../../src/core/timeline/buckets.ts';
import { clampEnd, type TimeSpan } from '../../../src/core/timeline/timeSpan.ts';
import { ChartInteraction, type HandledChart } from '../../../webview/chart/chartInteraction.ts';
import type { GapStretch } from '../../../src/scene/gapMarks.ts';

/** Sixteen buckets on 128 pixels: a bucket is 64 ticks and 8 pixels wide, so a pixel is 8 ticks. */
const start = 1024;
const width = 128;
const span = (from: number, to: number): TimeSpan => ({ from: clampTicks(BigInt(from)), to: clampEnd(BigInt(to)) });
/** From one bucket to another, both included. */
const bucketsTo = (first: number, last: number): TimeSpan => span(start + first * 64, start + last * 64 + 64);

function counts(count: number, from = start, each = 64): Buckets {
  const none = Array.from({ length: count }, () => 0);
  return {
    ...span(from, from + count * each),
    width: BigInt(each),
    groups: { success: none, clientError: none, failure: none, other: none },
  };
}

function gapStretch(from: number, to: number): GapStretch {
  const [before, after] = [0, 1].map((index) => ({ source: 0, index }));
  const gap = { from: '5', to: '6', missing: '2', before: before!, after: after!, fromTicks: String(from), toTicks: String(to) };
  return { epoch: 'E', gap, gaps: 1, missing: 2n, span: span(from, to), after: after! };
}

/** A chart that notes what it is told. Its gaps are drawn from pixel 20 to 28, from 50 to 58, and from 100 to 108. */
function setUp(more: Partial<HandledChart> = {}) {
  const reported: unknown[] = [];
  let updates = 0;
  const chart = {
    buckets: counts(16),
    span: span(start, start + 1024),
    size: { width },
    selected: undefined,
    onBrush: (chosen: TimeSpan) => reported.push(['brush', chosen]),
    onClear: () => reported.push('clear'),
    onGap: (mark: { readonly left: number }) => reported.push(['gap', mark.left]),
    onTimeKey: (key: string) => reported.push(key),
    onZoom: (factor: number, around: Ticks) => reported.push([factor < 1 ? 'in' : 'out', Number(around)]),
    onPan: (share: number) => reported.push(['pan', share]),
    onEnd: (end: string) => reported.push(end),
    onOpen: (bucket: TimeSpan) => reported.push(['open', bucket]),
    onWindow: (window: TimeSpan) => reported.push(['window', window]),
    window: undefined,
    overview: false,
    requestUpdate: () => void updates++,
    ...more,
  };
  const hands = new ChartInteraction(chart);
  const gaps = [160, 400, 800].map((from) => gapStretch(start + from, start + from + 64));
  hands.gapStretches.show(gaps, chart.span, width);
  /** Whether the key was taken. A capital letter or `Shift+` stands for the key with Shift. */
  const press = (name: string, modifiers: object = {}): boolean => {
    const key = name.replace('Shift+', '');
    const shiftKey = name !== key || /^[A-Z]$/.test(key);
    const event = new Event('keydown', { cancelable: true });
    const none = { altKey: false, ctrlKey: false, metaKey: false };
    hands.key(Object.assign(event, { key, shiftKey, ...none, ...modifiers }) as unknown as KeyboardEvent);
    return event.defaultPrevented;
  };
  return { hands, chart, reported, press, updates: () => updates };
}

describe('a pointer on a chart', () => {
  it('chooses the whole buckets between where it was pressed and where it is, in either direction', () => {
    const pixel = fc.nat({ max: width });
    fc.assert(
      fc.property(pixel, pixel, (from, to) => {
        const { hands, reported } = setUp();
        hands.press(from, false);
        hands.move(to);
        const [first, last] = [Math.min(from, to), Math.max(from, to)].map((at) => Math.min(15, Math.floor(at / 8)));
        const expected = Math.abs(to - from) < 4 ? undefined : bucketsTo(first!, last!);
        expect(hands.stretch).toEqual(expected);
        hands.release(to);
        expect(reported.filter((one) => !String(one).startsWith('gap'))).toEqual(expected === undefined ? [] : [['brush', expected]]);
        expect(hands.stretch).toBeUndefined();
      }),
    );
  });

  it.each([
    ['a click on a gap', [54, 54], [['gap', 50]]],
    ['a click beside a gap', [70, 71], []],
    ['a drag that ends on a gap', [20, 54], [['brush', bucketsTo(2, 6)]]],
  ])('opens gaps by clicks only: %s', (_, [from, to], expected) => {
    const { hands, reported } = setUp();
    hands.press(from!, false);
    expect(hands.gapUnderPointer).toBeUndefined();
    hands.release(to!);
    expect(reported).toEqual(expected);
  });

  it('opens no gap where it was pressed elsewhere', () => {
    const { hands, reported } = setUp();
    hands.release(54);
    expect([hands.gapUnderPointer?.left, reported]).toEqual([50, []]);
  });

  it('takes over from the keyboard, and the keyboard from it', () => {
    const { hands, press } = setUp();
    press('Home');
    expect([hands.brushed, hands.moment]).toEqual([{ first: 0, last: 0 }, 1024n]);
    hands.press(20, false);
    expect([hands.brushed, hands.moment]).toEqual([undefined, 1184n]);
    press('End');
    expect([hands.pointer.at, hands.moment]).toEqual([undefined, 1984n]);
  });
});

describe('a wheel and a drag on a chart', () => {
  const turn = (more: object) =>
    ({ deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false, ...more }) as WheelEvent;

  it('zoom around the moment under the pointer, and pan', () => {
    const { hands, reported } = setUp();
    expect(hands.wheel(turn({ deltaY: 100 }), 64)).toBe(false);
    expect(hands.wheel(turn({ deltaY: -100, ctrlKey: true }), 64)).toBe(true);
    expect(hands.wheel(turn({ deltaY: 64, shiftKey: true }), 64)).toBe(true);
    hands.press(64, true);
    hands.move(96);
    hands.release(32);
    expect(reported).toEqual([
      ['in', 1536],
      ['pan', 0.5],
      ['pan', -0.25],
      ['pan', 0.5],
    ]);
    expect(hands.stretch).toBeUndefined();
  });

  it('move and resize the window of an overview, and choose beside it', () => {
    const { hands, reported } = setUp({ overview: true, window: span(start + 256, start + 512) });
    const drag = (from: number, to: number): void => {
      hands.press(from, false);
      hands.release(to);
    };
    drag(48, 64);
    drag(32, 16);
    drag(64, 80);
    drag(110, 120);
    expect(reported.filter((one) => Array.isArray(one) && one[0] !== 'pan')).toEqual([
      ['window', span(start + 384, start + 640)],
      ['window', span(start + 128, start + 512)],
      ['window', span(start + 256, start + 640)],
      ['brush', bucketsTo(13, 15)],
    ]);
  });

  it('open a bucket that holds records by a click', () => {
    const one = counts(16);
    const { hands, reported } = setUp({
      buckets: { ...one, groups: { ...one.groups, success: [0, 3, ...Array.from({ length: 14 }, () => 0)] } },
    });
    hands.press(10, false);
    hands.release(10);
    hands.press(70, false);
    hands.release(70);
    expect(reported).toEqual([['open', bucketsTo(1, 1)]]);
  });
});

describe('keys on a chart', () => {
  it('pan by A and D, and by arrows at an edge of what is shown', () => {
    const { press, reported } = setUp();
    ['a', 'D', 'Home', 'ArrowLeft', 'End', 'ArrowRight', 'PageDown'].forEach((name) => press(name));
    expect(reported).toEqual([['pan', -0.2], ['pan', 0.2], 'first', ['pan', -0.2], 'last', ['pan', 0.2], ['pan', 0.2]]);
  });

  it.each([
    ['in the middle', undefined, 8],
    ['at the selected record', 1300, 4],
    ['at the first bucket where the selected record is before it', 5, 0],
    ['at the last bucket where the selected record is after it', 5000, 15],
  ])('begin %s', (_, selected, bucket) => {
    const { press, reported } = setUp({ selected: selected === undefined ? undefined : clampTicks(BigInt(selected)) });
    expect(press('Enter')).toBe(true);
    expect(reported).toEqual([['brush', bucketsTo(bucket, bucket)]]);
  });

  it('choose a stretch with Shift, which Enter zooms to and Escape drops before it leaves', () => {
    const { hands, press, reported } = setUp();
    ['Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'].forEach((name) => press(name));
    expect([hands.brushed, hands.stretch]).toEqual([{ first: 1, last: 3 }, bucketsTo(1, 3)]);
    press('Escape');
    expect([hands.brushed, hands.stretch, reported]).toEqual([{ first: 3, last: 3 }, undefined, ['first']]);
    press('Shift+ArrowLeft');
    press('Enter');
    expect([hands.brushed, hands.stretch, reported]).toEqual([{ first: 2, last: 2 }, undefined, ['first', ['brush', bucketsTo(2, 3)]]]);
    press('Escape');
    expect(reported.at(-1)).toBe('clear');
  });

  it('zoom around where the keyboard stands, and ask for other times', () => {
    const { press, reported } = setUp();
    press('Home');
    expect(['+', '=', '-', '0', '<', '>'].map((name) => press(name))).toEqual([true, true, true, true, true, true]);
    expect(reported).toEqual(['first', ['in', 1024], ['in', 1024], ['out', 1024], 'extent', 'before', 'after']);
  });

  it('go from gap to gap, into the middle of each, and open the one at which they are', () => {
    const { hands, press, reported, updates } = setUp();
    const at = () => [hands.gapStretches.current?.left, hands.brushed?.first];
    expect([press('g'), at()]).toEqual([true, [20, 3]]);
    expect([press('g'), at()]).toEqual([true, [50, 6]]);
    expect([press('g'), at()]).toEqual([true, [100, 13]]);
    expect([press('G'), at()]).toEqual([true, [50, 6]]);
    expect([press('Enter'), reported]).toEqual([true, [['gap', 50]]]);
    press('ArrowLeft');
    expect(at()).toEqual([undefined, 5]);
    press('G');
    const before = updates();
    hands.leave();
    expect([at(), updates() > before]).toEqual([[undefined, undefined], true]);
  });

  it('stand in the part of a gap that the axis shows', () => {
    const { hands, chart, press } = setUp();
    hands.gapStretches.show([gapStretch(start - 512, start + 128)], chart.span, width);
    press('g');
    expect(hands.brushed).toEqual({ first: 1, last: 1 });
  });

  it('stay where they are on a chart without gaps', () => {
    const { hands, chart, press } = setUp();
    hands.gapStretches.show([], chart.span, width);
    expect([press('g'), hands.brushed]).toEqual([true, undefined]);
  });

  it.each<[what: string, more: Partial<HandledChart>, key: string, modifiers: object]>([
    ['with Ctrl', {}, 'ArrowRight', { ctrlKey: true }],
    ['that mean nothing', {}, 'x', {}],
    ['before there are counts', { buckets: undefined }, 'ArrowRight', {}],
    ['on a chart of no buckets', { buckets: counts(0) }, '+', {}],
  ])('are left to others: those %s', (_, more, name, modifiers) => {
    const { hands, press, reported } = setUp(more);
    expect([press(name, modifiers), hands.brushed, hands.stretch, reported]).toEqual([false, undefined, undefined, []]);
  });

  it.each<[what: string, now: Buckets | undefined, brushed: object, chosen: TimeSpan | undefined]>([
    ['a stretch over the same buckets', counts(16), { first: 12, last: 14 }, bucketsTo(12, 14)],
    ['what is left of a stretch', counts(14), { first: 12, last: 13 }, bucketsTo(12, 13)],
    ['the bucket alone where all have moved', counts(10, 2048), { first: 9, last: 9 }, undefined],
    ['the bucket alone where all are of another width', counts(16, start, 128), { first: 14, last: 14 }, undefined],
    ['the place where counts are not known', undefined, { first: 12, last: 14 }, undefined],
  ])('keep their place when counts change: %s', (_, now, brushed, chosen) => {
    const { hands, chart, press } = setUp();
    ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight'].forEach((name) => press(name));
    const before = chart.buckets;
    Object.assign(chart, { buckets: now });
    hands.adapt(before);
    expect([hands.brushed, hands.stretch]).toEqual([brushed, chosen]);
  });
});
