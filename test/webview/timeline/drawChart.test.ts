import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import type { ChartScene } from '../../../webview/timeline/chartScene.ts';
import { drawChart } from '../../../webview/timeline/drawChart.ts';

const ticks = (value: number) => BigInt(value) as Ticks;

/** Four buckets of 100 ticks on 40 pixels. */
const scene: ChartScene = {
  width: 40,
  height: 111,
  span: { from: ticks(0), to: ticks(400) },
  buckets: {
    from: ticks(0),
    to: ticks(400),
    width: 100n,
    groups: { success: [10, 0, 5, 0], clientError: [0, 0, 0, 0], failure: [0, 0, 5, 0], other: [0, 0, 0, 0] },
  },
  backdrop: undefined,
  holes: [],
  ticks: [],
  startLabel: '',
  peakLabel: '',
  brushed: undefined,
  dimsOutside: false,
  cursor: undefined,
  selected: undefined,
};

const rectangles = (changed: Partial<ChartScene> = {}) =>
  drawChart({ ...scene, ...changed }).flatMap((command) =>
    command.kind === 'rectangle' ? [[command.fill, command.x, command.y, command.width, command.height]] : [],
  );

describe('a chart is told to draw', () => {
  it('a bar for each bucket that holds records, stacked by result', () => {
    expect(rectangles()).toEqual([
      ['success', 0, 12, 9, 98],
      ['success', 20, 61, 9, 49],
      ['failure', 20, 12, 9, 49],
    ]);
  });

  it('a triangle above failures, so that not colour alone tells them', () => {
    expect(drawChart(scene).filter(({ kind }) => kind === 'marker')).toEqual([
      { kind: 'marker', x: 24.5, y: 7, size: 7, group: 'failure' },
    ]);
  });

  it('all records behind those that match, on one scale', () => {
    const all = { ...scene.buckets, groups: { ...scene.buckets.groups, success: [20, 0, 5, 0] } };
    expect(rectangles({ backdrop: all })).toEqual([
      ['backdrop', 0, 12, 9, 98],
      ['backdrop', 20, 61, 9, 49],
      ['success', 0, 61, 9, 49],
      ['success', 20, 85, 9, 25],
      ['failure', 20, 61, 9, 24],
    ]);
  });

  it('the brushed stretch, and what lies outside of it dimmed', () => {
    const drawn = rectangles({ brushed: { from: ticks(100), to: ticks(300) }, dimsOutside: true });
    expect(drawn[0]).toEqual(['brush', 10, 0, 20, 110]);
    expect(drawn.slice(4)).toEqual([
      ['outside', 0, 0, 10, 110],
      ['outside', 30, 0, 10, 110],
    ]);
  });

  it('holes hatched behind the bars, with their label on a plate where there is room', () => {
    const label = ['17 numbers', 'not in this file'];
    const holes = [
      { left: 20, right: 24, label },
      { left: 100, right: 160, label },
      { left: 161, right: 199, label },
    ];
    const drawn = drawChart({ ...scene, width: 400, holes });
    const texts = drawn.flatMap((command) => (command.kind === 'text' ? [[command.text, command.x]] : []));
    expect(rectangles({ width: 400, holes }).slice(0, 3)).toEqual([
      ['hole', 20, 0, 4, 110],
      ['hole', 100, 0, 60, 110],
      ['hole', 161, 0, 38, 110],
    ]);
    expect(texts).toEqual([
      ['17 numbers', 130],
      ['not in this file', 130],
    ]);
    expect(rectangles({ width: 400, holes }).filter(([fill]) => fill === 'plate')).toEqual([['plate', 78, 2, 104, 32]]);
  });

  it('holes below the labels of the axis, and none behind the number at the top', () => {
    const changed = { width: 400, ticks: [{ x: 200, label: '12:00' }], peakLabel: '10', holes: [{ left: 300, right: 400, label: [] }] };
    expect(rectangles(changed).filter(([fill]) => fill === 'hole' || fill === 'plate')).toEqual([
      ['hole', 300, 18, 100, 92],
      ['plate', 378, 14, 22, 14],
    ]);
    expect(rectangles({ ...changed, holes: [{ left: 100, right: 200, label: [] }] }).some(([fill]) => fill === 'plate')).toBe(false);
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

  it('labels of the axis where they are not cut off', () => {
    const axis = [5, 20, 100].map((x) => ({ x, label: `at ${x}` }));
    const drawn = drawChart({ ...scene, width: 200, ticks: axis, startLabel: '2020-11-23', peakLabel: '10' });
    expect(drawn.flatMap((command) => (command.kind === 'text' ? [command.text] : []))).toEqual(['2020-11-23', 'at 100', '10']);
  });
});
