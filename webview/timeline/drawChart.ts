import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { bucketCount, bucketPeak, bucketSpan, bucketTotal, type Buckets } from '../../src/core/timeline/buckets.ts';
import { stackBar } from '../../src/core/timeline/stackBar.ts';
import { pixelOf, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { AxisTick } from './axisTicks.ts';
import type { DrawCommand } from './drawing.ts';

/** Everything a chart shows at one moment. Lengths in CSS pixels. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  readonly span: TimeSpan;
  readonly buckets: Buckets;
  /** All records, drawn behind those that match; only in the overview. */
  readonly backdrop: Buckets | undefined;
  /** Where numbers are missing: in order, apart from each other. */
  readonly holes: readonly SceneHole[];
  readonly ticks: readonly AxisTick[];
  /** The day on which the axis begins: what its labels leave out. */
  readonly startLabel: string;
  /** The number beside the line at the top of the fullest bucket; empty for none. */
  readonly peakLabel: string;
  /** The stretch being chosen, or in the overview the one that is in force. */
  readonly brushed: TimeSpan | undefined;
  /** Whether what lies outside the brushed stretch is dimmed. */
  readonly dimsOutside: boolean;
  readonly cursor: Ticks | undefined;
  readonly selected: Ticks | undefined;
}

/** A hatched stretch, in pixels from the left, with lines of text to stand in it where there is room. */
export interface SceneHole {
  readonly left: number;
  readonly right: number;
  readonly label: readonly string[];
}

const axisHeight = 18;
const markerSize = 8;
/** What the label at the beginning of the axis takes. */
const startWidth = 72;
/** What a line of a hole's label takes, and how narrow a hole may be to have one. */
const holeLabelWidth = 104;
const holeLabelHeight = 14;
const narrowestLabelled = 36;

/** Says what to draw for a scene. */
export function drawChart(scene: ChartScene): readonly DrawCommand[] {
  const top = scene.ticks.length > 0 ? axisHeight : 2;
  const base = scene.height - 1;
  const room = base - top - markerSize - 2;
  const peak = Math.max(bucketPeak(scene.buckets), scene.backdrop ? bucketPeak(scene.backdrop) : 0);
  return [
    ...drawAxis(scene, base),
    ...scene.holes.map(({ left, right }): DrawCommand => ({
      kind: 'rectangle',
      x: left,
      y: 0,
      width: right - left,
      height: base,
      fill: 'hole',
    })),
    ...(scene.backdrop ? drawBackdrop(scene, scene.backdrop, peak, room, base) : []),
    ...drawBars(scene, peak, room, base),
    ...drawPeak(scene, peak, base - room),
    ...drawHoleLabels(scene, top),
    ...drawBrush(scene, base),
    ...drawMoment(scene, scene.selected, 'selected', base),
    ...drawMoment(scene, scene.cursor, 'cursor', base),
  ];
}

function drawAxis(scene: ChartScene, base: number): DrawCommand[] {
  const start: DrawCommand[] =
    scene.startLabel === '' ? [] : [{ kind: 'text', x: 4, y: 11, text: scene.startLabel, align: 'left', tone: 'muted' }];
  const leftmost = start.length === 0 ? 8 : startWidth;
  const lines = scene.ticks.flatMap<DrawCommand>((tick) => {
    const x = Math.round(tick.x);
    // A label at the very edge would be cut off.
    const label: DrawCommand[] =
      x > leftmost && x < scene.width - 44 ? [{ kind: 'text', x: x + 4, y: 11, text: tick.label, align: 'left', tone: 'muted' }] : [];
    return [{ kind: 'line', x1: x, y1: 0, x2: x, y2: base, stroke: 'grid' }, ...label];
  });
  return [...start, ...lines, { kind: 'line', x1: 0, y1: base, x2: scene.width, y2: base, stroke: 'grid' }];
}

function drawPeak(scene: ChartScene, peak: number, y: number): DrawCommand[] {
  return peak === 0 || scene.peakLabel === ''
    ? []
    : [
        { kind: 'line', x1: 0, y1: y, x2: scene.width, y2: y, stroke: 'grid' },
        { kind: 'text', x: scene.width - 4, y: y - 4, text: scene.peakLabel, align: 'right', tone: 'muted' },
      ];
}

/** Labels that would stand on each other are left out: the tip says the same. */
function drawHoleLabels({ holes, width }: ChartScene, top: number): DrawCommand[] {
  let free = 0;
  return holes.flatMap(({ left, right, label }): DrawCommand[] => {
    const middle = Math.min(width - holeLabelWidth / 2, Math.max(holeLabelWidth / 2, (left + right) / 2));
    const x = middle - holeLabelWidth / 2;
    if (label.length === 0 || right - left < narrowestLabelled || x < free) {
      return [];
    }
    free = x + holeLabelWidth;
    const lines = label.map((text, line): DrawCommand => ({
      kind: 'text',
      x: middle,
      y: top + 12 + line * holeLabelHeight,
      text,
      align: 'center',
      tone: 'text',
    }));
    const height = label.length * holeLabelHeight + 4;
    return [{ kind: 'rectangle', x, y: top, width: holeLabelWidth, height, fill: 'plate' }, ...lines];
  });
}

interface Bar {
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

/** The bars that hold records and lie on the axis, on whole pixels, with a gap between them where there is room. */
function bars(scene: ChartScene, buckets: Buckets): readonly Bar[] {
  const found: Bar[] = [];
  for (let index = 0; index < bucketCount(buckets); index++) {
    if (bucketTotal(buckets, index) === 0) {
      continue;
    }
    const span = bucketSpan(buckets, index);
    const left = Math.round(pixelOf(scene.span, scene.width, span.from));
    const right = Math.round(pixelOf(scene.span, scene.width, span.to));
    const gap = right - left > 3 ? 1 : 0;
    if (right > 0 && left < scene.width) {
      found.push({ index, x: left, width: Math.max(1, right - left - gap) });
    }
  }
  return found;
}

function drawBackdrop(scene: ChartScene, buckets: Buckets, peak: number, room: number, base: number): DrawCommand[] {
  return bars(scene, buckets).map((bar) => {
    const height = Math.max(1, Math.round((bucketTotal(buckets, bar.index) / peak) * room));
    return { kind: 'rectangle', x: bar.x, y: base - height, width: bar.width, height, fill: 'backdrop' };
  });
}

function drawBars(scene: ChartScene, peak: number, room: number, base: number): DrawCommand[] {
  const commands: DrawCommand[] = [];
  let lastMarker = -Infinity;
  for (const bar of bars(scene, scene.buckets)) {
    const counts = Object.fromEntries(resultGroups.map((group) => [group, scene.buckets.groups[group][bar.index] ?? 0])) as Record<
      ResultGroup,
      number
    >;
    const pieces = stackBar(counts, peak, room);
    for (const piece of pieces) {
      const y = base - piece.bottom - piece.height;
      commands.push({ kind: 'rectangle', x: bar.x, y, width: bar.width, height: piece.height, fill: piece.group });
    }
    const middle = bar.x + bar.width / 2;
    // Failures are told by a triangle too; where bars are dense, by one for as many as it covers.
    if (counts.failure > 0 && middle - lastMarker >= markerSize) {
      const last = pieces[pieces.length - 1]!;
      commands.push({
        kind: 'marker',
        x: middle,
        y: base - last.bottom - last.height - markerSize / 2 - 1,
        size: markerSize - 1,
        group: 'failure',
      });
      lastMarker = middle;
    }
  }
  return commands;
}

function drawBrush(scene: ChartScene, base: number): DrawCommand[] {
  if (scene.brushed === undefined) {
    return [];
  }
  const left = Math.max(0, Math.round(pixelOf(scene.span, scene.width, scene.brushed.from)));
  const right = Math.max(left + 2, Math.min(scene.width, Math.round(pixelOf(scene.span, scene.width, scene.brushed.to))));
  const outside: DrawCommand[] = scene.dimsOutside
    ? [
        { kind: 'rectangle', x: 0, y: 0, width: left, height: base, fill: 'outside' },
        { kind: 'rectangle', x: right, y: 0, width: scene.width - right, height: base, fill: 'outside' },
      ]
    : [];
  return [
    ...outside,
    { kind: 'rectangle', x: left, y: 0, width: right - left, height: base, fill: 'brush' },
    { kind: 'line', x1: left, y1: 0, x2: left, y2: base, stroke: 'brushEdge' },
    { kind: 'line', x1: right - 1, y1: 0, x2: right - 1, y2: base, stroke: 'brushEdge' },
  ];
}

function drawMoment(scene: ChartScene, moment: Ticks | undefined, stroke: 'selected' | 'cursor', base: number): DrawCommand[] {
  if (moment === undefined || moment < scene.span.from || moment >= scene.span.to) {
    return [];
  }
  const x = Math.min(scene.width - 1, Math.round(pixelOf(scene.span, scene.width, moment)));
  return [{ kind: 'line', x1: x, y1: 0, x2: x, y2: base, stroke }];
}
