import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import { barParts } from '../../../webview/chart/barParts.ts';
import type { ChartScene } from '../../../webview/chart/chartScene.ts';
import { drawChart } from '../../../webview/chart/drawChart.ts';

const ticks = (value: number) => BigInt(value) as Ticks;

/** Four buckets of 100 ticks on 40 pixels. */
const scene: ChartScene = {
  width: 40,
  /** A fullest bar of 100 pixels, and the strip of failures. */
  height: 121,
  span: { from: ticks(0), to: ticks(400) },
  buckets: {
    from: ticks(0),
    to: ticks(400),
    width: 100n,
    groups: { success: [10, 0, 5, 0], clientError: [0, 0, 0, 0], failure: [0, 0, 5, 0], other: [0, 0, 0, 0] },
  },
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

/** A fullest bar of 20 pixels between the labels and the strip of coverage. */
const overview = { overview: true, height: 45 };

const rectangles = (changed: Partial<ChartScene> = {}) =>
  drawChart({ ...scene, ...changed }).flatMap((command) =>
    command.kind === 'rectangle' ? [[command.fill, command.x, command.y, command.width, command.height]] : [],
  );

describe('a chart is told to draw', () => {
  it('bars stacked by the values of a field, and last of all other records', () => {
    const series = [
      [4, 0, 5, 0],
      [5, 0, 0, 0],
      [1, 0, 5, 0],
    ];
    const stacked = { buckets: { ...scene.buckets, series }, series: ['ana', null] };
    expect(barParts(stacked.buckets, stacked.series).map(({ name }) => name)).toEqual(['ana', '(none)', 'others']);
    expect(rectangles(stacked).filter(([fill]) => fill !== 'failureShare')).toEqual([
      ['series0', 0, 70, 9, 40],
      ['series1', 0, 20, 9, 50],
      ['series5', 0, 10, 9, 10],
      ['series0', 20, 60, 9, 50],
      ['series5', 20, 10, 9, 50],
    ]);
  });

  it('a bar for each bucket that holds records, stacked by result', () => {
    expect(rectangles()).toEqual([
      ['success', 0, 10, 9, 100],
      ['success', 20, 60, 9, 50],
      ['failure', 20, 10, 9, 50],
      ['failureShare', 20, 113, 9, 7],
    ]);
  });

  it('all records behind those that match, on one scale', () => {
    const all = { ...scene.buckets, groups: { ...scene.buckets.groups, success: [20, 0, 5, 0] } };
    expect(rectangles({ ...overview, backdrop: all })).toEqual([
      ['backdrop', 0, 16, 9, 20],
      ['backdrop', 20, 26, 9, 10],
      ['success', 0, 26, 9, 10],
      ['success', 20, 31, 9, 5],
      ['failure', 20, 26, 9, 5],
    ]);
  });

  it('the brushed stretch behind the bars, which keep the colours of the legend, and its edges in front of them', () => {
    const changed = { brushed: { from: ticks(100), to: ticks(300) } };
    expect(rectangles(changed)).toEqual([['brush', 10, 0, 20, 121], ...rectangles()]);
    const edges = drawChart({ ...scene, ...changed }).flatMap((command) => (command.kind === 'line' ? [[command.stroke, command.x1]] : []));
    expect(edges.slice(-2)).toEqual([
      ['brushEdge', 10],
      ['brushEdge', 29],
    ]);
  });

  it('a brushed stretch that is shorter than a pixel, or ends beside the axis', () => {
    expect(rectangles({ brushed: { from: ticks(150), to: ticks(151) } })[0]).toEqual(['brush', 15, 0, 2, 121]);
    expect(rectangles({ brushed: { from: ticks(400), to: ticks(500) } })[0]).toEqual(['brush', 38, 0, 2, 121]);
  });

  it('a bar at either end of the axis, however narrow', () => {
    const counts = Array.from({ length: 400 }, (_, index) => (index === 0 || index === 399 ? 1 : 0));
    const none = counts.map(() => 0);
    const buckets = { ...scene.buckets, width: 1n, groups: { success: none, clientError: none, failure: counts, other: none } };
    expect(rectangles({ buckets }).map(([fill, x, , width]) => [fill, x, width])).toEqual([
      ['failure', 0, 1],
      ['failure', 39, 1],
      ['failureShare', 0, 1],
      ['failureShare', 39, 1],
    ]);
  });

  it('gapStretches hatched behind the bars, with their label on a plate where there is room', () => {
    const label = ['17 numbers', 'not in this file'];
    const gapStretches = [
      { left: 20, right: 24, missing: 17n, label },
      { left: 100, right: 160, missing: 17n, label },
      { left: 161, right: 199, missing: 17n, label },
    ];
    const drawn = drawChart({ ...scene, width: 400, gapStretches });
    const texts = drawn.flatMap((command) => (command.kind === 'text' ? [[command.text, command.x]] : []));
    expect(rectangles({ width: 400, gapStretches }).slice(0, 3)).toEqual([
      ['gapStretch', 20, 0, 4, 121],
      ['gapStretch', 100, 0, 60, 121],
      ['gapStretch', 161, 0, 38, 121],
    ]);
    expect(texts).toEqual([
      ['17 numbers', 130],
      ['not in this file', 130],
    ]);
    expect(rectangles({ width: 400, gapStretches }).filter(([fill]) => fill === 'plate')).toEqual([['plate', 78, 2, 104, 32]]);
  });

  it('gapStretches below the labels of the axis and the number at its end', () => {
    const changed = {
      width: 400,
      ticks: [{ x: 200, label: '12:00' }],
      peakLabel: '10',
      gapStretches: [{ left: 300, right: 400, missing: 1n, label: [] }],
    };
    expect(rectangles(changed).filter(([fill]) => fill === 'gapStretch' || fill === 'gapCap' || fill === 'plate')).toEqual([
      ['gapStretch', 300, 18, 100, 103],
      ['gapCap', 300, 18, 100, 3],
    ]);
    const texts = drawChart({ ...scene, ...changed }).flatMap((command) => (command.kind === 'text' ? [[command.text, command.y]] : []));
    expect(texts).toEqual([
      ['12:00', 11],
      ['10', 11],
    ]);
  });

  it('cursor and selected record as lines, unless they are elsewhere', () => {
    const strokes = (changed: Partial<ChartScene>) =>
      drawChart({ ...scene, ...changed }).flatMap((command) => (command.kind === 'line' ? [[command.stroke, command.x1]] : []));
    expect(strokes({ cursor: ticks(200), selected: ticks(100) })).toEqual([
      ['grid', 0],
      ['selected', 10],
      ['cursor', 20],
    ]);
    expect(strokes({ selected: ticks(400) })).toEqual([['grid', 0]]);
  });

  it('an overview with an axis, and below it the gaps, over which neither bars nor the window lie', () => {
    const changed = {
      ...overview,
      width: 400,
      isNumbered: true,
      ticks: [{ x: 200, label: '11-08' }],
      startLabel: '2020-11-01',
      gapStretches: [{ left: 100, right: 160, missing: 4n, label: ['4 numbers'] }],
      brushed: { from: ticks(100), to: ticks(300) },
    };
    const texts = drawChart({ ...scene, ...changed }).flatMap((command) => (command.kind === 'text' ? [[command.text, command.y]] : []));
    expect(texts).toEqual([
      ['2020-11-01', 11],
      ['11-08', 11],
    ]);
    expect(rectangles(changed).filter(([fill]) => fill !== 'success' && fill !== 'failure')).toEqual([
      ['brush', 100, 0, 200, 36],
      ['numbered', 0, 41, 400, 4],
      ['missing', 100, 37, 60, 8],
    ]);
    const bars = rectangles(changed).filter(([fill]) => fill === 'success' || fill === 'failure');
    expect(Math.min(...bars.map(([, , y]) => Number(y)))).toBe(16);
    expect(Math.max(...bars.map(([, , y, , height]) => Number(y) + Number(height)))).toBe(36);
  });

  it('labels of the axis where they are not cut off', () => {
    const axis = [5, 20, 100].map((x) => ({ x, label: `at ${x}` }));
    const drawn = drawChart({ ...scene, width: 200, ticks: axis, startLabel: '2020-11-23', peakLabel: '10' });
    expect(drawn.flatMap((command) => (command.kind === 'text' ? [command.text] : []))).toEqual(['2020-11-23', 'at 100', '10']);
  });
});
