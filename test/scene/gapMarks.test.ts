import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../src/core/record/ticks.ts';
import type { Coverage, Gap, GapStretch } from '../../src/protocol/answers/coverage.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import type { ChartScene } from '../../webview/chart/chartScene.ts';
import { drawGapCaps, drawGapLabels } from '../../webview/chart/drawGaps.ts';
import { GapCursor } from '../../webview/coverage/gapCursor.ts';
import { gapText, unplacedText } from '../../webview/coverage/coverageWords.ts';
import { gapMarks, gapStretchesOf } from '../../src/scene/gapMarks.ts';

const settings: ViewSettings = { timeZone: 'utc', locale: 'en', bundle: null, lanes: false, title: '' };

const emptyScene: ChartScene = {
  width: 0,
  height: 100,
  span: { from: 0n as Ticks, to: 1n as Ticks },
  buckets: { from: 0n as Ticks, to: 1n as Ticks, width: 1n, groups: { success: [], clientError: [], failure: [], other: [] } },
  backdrop: undefined,
  gapStretches: [],
  ticks: [],
  startLabel: '',
  peakLabel: '',
  brushed: undefined,
  cursor: undefined,
  selected: undefined,
  overview: false,
  isNumbered: false,
};

/** A gap of so many numbers between two times. */
function gap(missing: number, fromTicks: number | null, toTicks: number | null): Gap {
  return {
    from: '1',
    to: String(missing),
    missing: String(missing),
    before: { source: 0, index: 0 },
    after: { source: 0, index: 1 },
    fromTicks: fromTicks === null ? null : String(fromTicks),
    toTicks: toTicks === null ? null : String(toTicks),
  };
}

/** What the engine says of gaps that are few enough to be reported one by one. */
function coverage(...gapsOfEpochs: readonly (readonly Gap[])[]): Coverage {
  const all = gapsOfEpochs.flatMap((gaps, index) => gaps.map((one) => ({ ...one, epoch: `E${index}` })));
  const stretches = all.flatMap((largest): GapStretch[] => {
    const times = [largest.fromTicks ?? largest.toTicks, largest.toTicks ?? largest.fromTicks].filter((ticks) => ticks !== null);
    const [fromTicks, toTicks] = times.toSorted((left, right) => Number(left) - Number(right));
    return fromTicks === undefined || toTicks === undefined
      ? []
      : [{ fromTicks, toTicks, gaps: 1, missing: largest.missing, largest, after: largest.after }];
  });
  return {
    snapshot: 1,
    seen: 1,
    missing: '1',
    epochs: [],
    epochsTotal: gapsOfEpochs.length,
    stretches: stretches.toSorted((left, right) => Number(left.fromTicks) - Number(right.fromTicks)),
    unplaced: all.length - stretches.length,
  };
}

/** On an axis of 100 ticks and 100 pixels: left, right, missing numbers, and how many gaps were joined. */
function check(reported: Coverage, expected: readonly (readonly [number, number, bigint, number])[]): void {
  const drawn = gapMarks(gapStretchesOf(reported), { from: 1000n as Ticks, to: 1100n as Ticks }, 100);
  expect(drawn.map(({ left, right, missing, gapStretches }) => [left, right, missing, gapStretches.length])).toEqual(expected);
}

describe('a gapStretch is drawn', () => {
  it.each<readonly [string, Coverage, readonly (readonly [number, number, bigint, number])[]]>([
    ['between the times of the records around it', coverage([gap(17, 1010, 1030)]), [[10, 30, 17n, 1]]],
    ['also where the clock was set back in between', coverage([gap(17, 1030, 1010)]), [[10, 30, 17n, 1]]],
    [
      'by three pixels at least, however much narrower it is',
      coverage([gap(17, 1010, 1011), gap(2, 1020, 1023)]),
      [
        [9, 12, 17n, 1],
        [20, 23, 2n, 1],
      ],
    ],
    ['at the one moment where it lies', coverage([gap(5, 1050, 1050)]), [[49, 52, 5n, 1]]],
    [
      'at the one time that is known',
      coverage([gap(5, null, 1050), gap(6, 1070, null)]),
      [
        [49, 52, 5n, 1],
        [69, 72, 6n, 1],
      ],
    ],
    ['unless neither record beside it has a time', coverage([gap(1, null, null)]), []],
    [
      'as far as the axis goes',
      coverage([gap(5, 900, 1010), gap(6, 1090, 2000)]),
      [
        [0, 10, 5n, 1],
        [90, 100, 6n, 1],
      ],
    ],
    ['not beside the axis', coverage([gap(5, 900, 999), gap(6, 1101, 2000)]), []],
    [
      'with those of other writers that touch it',
      coverage([gap(5, 1040, 1060)], [gap(6, 1010, 1050), gap(7, 1070, 1080)]),
      [
        [10, 60, 11n, 2],
        [70, 80, 7n, 1],
      ],
    ],
  ])('%s', (_, reported, expected) => check(reported, expected));
});

describe('the keyboard', () => {
  it('goes from gapStretch to gapStretch, round and round', () => {
    const cursor = new GapCursor();
    expect(cursor.step(1)).toBeUndefined();
    cursor.show(
      gapStretchesOf(coverage([gap(1, 1010, 1020), gap(2, 1030, 1040), gap(3, 1050, 1060)])),
      { from: 1000n as Ticks, to: 1100n as Ticks },
      100,
    );
    const steps = [1, 1, 1, 1, -1, -1] as const;
    expect(steps.map((step) => cursor.step(step)?.missing)).toEqual([1n, 2n, 3n, 1n, 3n, 2n]);
    cursor.leave();
    expect(cursor.step(-1)?.missing).toBe(3n);
    expect([cursor.at(15)?.missing, cursor.at(25)?.missing]).toEqual([1n, undefined]);
  });
});

describe('every gap', () => {
  const width = 300;
  const axis = { from: 0n as Ticks, to: 1_000_000n as Ticks };
  const time = fc.integer({ min: 0, max: 999_999 });
  const gaps = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 10_000 }), time, fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 100_000 })))
      .map(([missing, from, length]) => gap(missing, from, from + length)),
    { minLength: 1, maxLength: 200 },
  );

  it('is counted by a mark that pointer and keyboard reach, and that says of how many', () => {
    fc.assert(
      fc.property(gaps, (some) => {
        const cursor = new GapCursor();
        cursor.show(gapStretchesOf(coverage(some)), axis, width);
        const { drawn } = cursor;
        expect(drawn.reduce((sum, gapStretch) => sum + gapStretch.gaps, 0)).toBe(some.length);
        expect(drawn.reduce((sum, gapStretch) => sum + gapStretch.missing, 0n)).toBe(
          some.reduce((sum, { missing }) => sum + BigInt(missing), 0n),
        );
        expect(drawn.map(() => cursor.step(1))).toEqual(drawn);
        for (const { fromTicks, toTicks } of some) {
          const middle = ((Number(fromTicks) + Math.min(Number(toTicks), 1_000_000)) / 2 / 1_000_000) * width;
          const gapStretch = cursor.at(middle)!;
          expect(gapStretch.span.from <= BigInt(fromTicks!) && gapStretch.span.to >= BigInt(toTicks!)).toBe(true);
        }
        for (const gapStretch of drawn.filter((one) => one.gaps > 1)) {
          const count = gapStretch.gaps.toLocaleString('en');
          expect(gapText(gapStretch, settings)).toBe(`${count} gaps: ${gapStretch.missing.toLocaleString('en')} numbers not in this file`);
        }
      }),
    );
  });

  it('never loses against a smaller one: the more is missing, the higher its cap, and the first label is that of the largest', () => {
    fc.assert(
      fc.property(gaps, (some) => {
        const gapStretches = gapMarks(gapStretchesOf(coverage(some)), axis, width).map((gapStretch) => ({
          ...gapStretch,
          label: [String(gapStretch.missing)],
        }));
        const scene = { ...emptyScene, width, gapStretches };
        const commands = [...drawGapCaps(scene, 18), ...drawGapLabels(scene, 18, () => 100).texts];
        const caps = commands.flatMap((command) => (command.kind === 'rectangle' && command.fill === 'gapCap' ? [command] : []));
        expect(caps.map(({ x, width: wide }) => [x, x + wide])).toEqual(gapStretches.map(({ left, right }) => [left, right]));
        const byMissing = gapStretches
          .map(({ missing }, index) => ({ missing, height: caps[index]!.height }))
          .sort((one, other) => Number(one.missing - other.missing));
        byMissing.forEach(({ height }, index) => {
          expect(height).toBeGreaterThanOrEqual(Math.max(3, byMissing[index - 1]?.height ?? 0));
        });
        const labels = commands.flatMap((command) => (command.kind === 'text' ? [command.text] : []));
        expect(labels).toContain(String(byMissing.at(-1)!.missing));
      }),
    );
  });

  it('without a place in time is told of in words', () => {
    expect(unplacedText(coverage([gap(1, 5, 6)]), settings)).toBeUndefined();
    expect(unplacedText(coverage([gap(1, null, null), gap(1, null, null)]), settings)).toBe(
      '2 gaps are between records without a valid time: only in “Coverage”',
    );
  });
});
