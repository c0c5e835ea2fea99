import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import type { ChartScene } from '../../../webview/chart/chartScene.ts';
import { drawChart } from '../../../webview/chart/drawChart.ts';
import { drawFailures } from '../../../webview/chart/drawFailures.ts';

const ticks = (value: number) => BigInt(value) as Ticks;

/** A bucket of ten pixels for each pair of failures and records. */
function sceneOf(...counts: readonly (readonly [failures: number, records: number])[]): ChartScene {
  const span = { from: ticks(0), to: ticks(counts.length * 100) };
  const none = counts.map(() => 0);
  const failure = counts.map(([failures]) => failures);
  const success = counts.map(([failures, records]) => records - failures);
  return {
    width: counts.length * 10,
    height: 120,
    span,
    buckets: { ...span, width: 100n, groups: { success, clientError: none, failure, other: none } },
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
}

const marks = (scene: ChartScene) =>
  drawFailures(scene, 120).flatMap((command) => (command.kind === 'rectangle' ? [[command.x, command.y, command.height]] : []));

describe('the strip of failures', () => {
  it.each([
    ['every record', 10, 10, 7],
    ['half of them', 5, 10, 7],
    ['less than half', 4, 10, 5],
    ['a seventh', 1, 7, 3],
    ['one among ten thousand', 1, 10_000, 3],
  ])('marks %s by height', (_, failures, records, height) => {
    expect(marks(sceneOf([failures, records]))).toEqual([[0, 120 - height, height]]);
  });

  it('is empty where nothing failed, and marks a failure in a bar too low to show it', () => {
    const scene = sceneOf([0, 100_000], [0, 3], [1, 2], [0, 0]);
    expect(marks(scene)).toEqual([[20, 113, 7]]);
    const drawn = drawChart(scene).flatMap((command) => (command.kind === 'rectangle' ? [[command.fill, command.x, command.height]] : []));
    expect(drawn).toContainEqual(['failure', 20, 2]);
    expect(drawn.at(-1)).toEqual(['failureShare', 20, 7]);
  });

  it('is not part of an overview', () => {
    const fills = drawChart({ ...sceneOf([1, 1]), overview: true }).flatMap((command) =>
      command.kind === 'rectangle' ? [command.fill] : [],
    );
    expect(fills).toEqual(['failure']);
  });
});
