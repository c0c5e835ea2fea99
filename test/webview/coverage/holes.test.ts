import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import type { Coverage, Gap } from '../../../src/protocol/answers/coverage.ts';
import { HoleCursor } from '../../../webview/coverage/holeCursor.ts';
import { drawnHoles, holesOf } from '../../../webview/coverage/holes.ts';

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

function coverage(...gapsOfEpochs: readonly (readonly Gap[])[]): Coverage {
  const epochs = gapsOfEpochs.map((gaps, index) => ({
    epoch: `E${index}`,
    roleInstance: null,
    first: '0',
    last: '100',
    seen: 1,
    missing: '1',
    density: 0.5,
    fromTicks: null,
    toTicks: null,
    gaps,
    gapsTotal: gaps.length,
  }));
  return { snapshot: 1, seen: 1, missing: '1', epochs, epochsTotal: epochs.length };
}

/** On an axis of 100 ticks and 100 pixels: left, right, missing numbers, and how many holes were joined. */
function check(told: Coverage, expected: readonly (readonly [number, number, bigint, number])[]): void {
  const drawn = drawnHoles(holesOf(told), { from: 1000n as Ticks, to: 1100n as Ticks }, 100);
  expect(drawn.map(({ left, right, missing, holes }) => [left, right, missing, holes.length])).toEqual(expected);
}

describe('a hole is drawn', () => {
  it.each<readonly [string, Coverage, readonly (readonly [number, number, bigint, number])[]]>([
    ['between the times of the records around it', coverage([gap(17, 1010, 1030)]), [[10, 30, 17n, 1]]],
    ['also where the clock was set back in between', coverage([gap(17, 1030, 1010)]), [[10, 30, 17n, 1]]],
    ['if it can be seen', coverage([gap(1, 1010, 1012), gap(2, 1020, 1023)]), [[20, 23, 2n, 1]]],
    ['if its times are known and differ', coverage([gap(1, null, 1050), gap(1, 1050, null), gap(1, 1050, 1050)]), []],
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
  ])('%s', (_, told, expected) => check(told, expected));
});

describe('the keyboard', () => {
  it('goes from hole to hole, round and round', () => {
    const cursor = new HoleCursor();
    expect(cursor.step(1)).toBeUndefined();
    cursor.show(
      holesOf(coverage([gap(1, 1010, 1020), gap(2, 1030, 1040), gap(3, 1050, 1060)])),
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
