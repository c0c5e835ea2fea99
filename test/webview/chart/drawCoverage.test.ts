import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChartScene, SceneGap } from '../../../webview/chart/chartScene.ts';
import { drawCoverage } from '../../../webview/chart/drawCoverage.ts';

/** What is drawn for gaps on an axis of 400 pixels above the 50th: the strip first. */
function drawn(isNumbered: boolean, ...missing: readonly number[]) {
  const gapStretches = missing.map((count, index): SceneGap => ({
    left: index * 9,
    right: index * 9 + 3,
    missing: BigInt(count),
    label: [],
  }));
  const scene = { width: 400, isNumbered, gapStretches } as Pick<ChartScene, 'width' | 'isNumbered' | 'gapStretches'> as ChartScene;
  return drawCoverage(scene, 50).flatMap((command) => (command.kind === 'rectangle' ? [command] : []));
}

it('where all numbers are in the file the strip is quiet, and there is none where records have no numbers', () => {
  expect(drawn(true)).toEqual([{ kind: 'rectangle', x: 0, y: 46, width: 400, height: 4, fill: 'numbered' }]);
  expect(drawn(false)).toEqual([]);
});

it('gaps stand out from the strip, the higher the more is missing', () => {
  const marks = drawn(true, 1, 1000, 1_000_000).slice(1);
  expect(marks.map(({ fill, x, y, width, height }) => [fill, x, y, width, height])).toEqual([
    ['missing', 0, 45, 3, 5],
    ['missing', 9, 43, 3, 7],
    ['missing', 18, 42, 3, 8],
  ]);
});

it('no gap is drawn lower than one of fewer numbers, nor as low as the strip', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 30 }), (missing) => {
      const heights = drawn(true, ...missing.toSorted((one, other) => one - other))
        .slice(1)
        .map(({ height }) => height);
      expect(heights).toEqual(heights.toSorted((one, other) => one - other));
      expect(heights[0]! > 4 && heights.at(-1)! <= 8).toBe(true);
    }),
  );
});
