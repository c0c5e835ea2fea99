import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import { bucketCount, bucketSpan, bucketTotal, type Buckets } from '../../src/core/timeline/buckets.ts';
import { stackBar } from '../../src/core/timeline/stackBar.ts';
import { pixelOf } from '../../src/core/timeline/timeSpan.ts';
import type { ChartScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** Where bars are and how high the fullest one is. Lengths in pixels. */
export interface BarSpace {
  /** Records of the fullest bar. */
  readonly peak: number;
  readonly room: number;
  readonly base: number;
}

export const markerSize = 8;

/** Bars stacked by result, with a marker above those that hold failures. */
export function drawBars(scene: ChartScene, { peak, room, base }: BarSpace): DrawCommand[] {
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
    // Failures are marked by a triangle too; where bars are dense, by one for as many as it covers.
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

/** All records, as high as they are against the matching ones. */
export function drawBackdrop(scene: ChartScene, { peak, room, base }: BarSpace): DrawCommand[] {
  const buckets = scene.backdrop;
  return buckets === undefined
    ? []
    : bars(scene, buckets).map((bar) => {
        const height = Math.max(1, Math.round((bucketTotal(buckets, bar.index) / peak) * room));
        return { kind: 'rectangle', x: bar.x, y: base - height, width: bar.width, height, fill: 'backdrop' };
      });
}

/** The highest pixel that bars and their markers take between two pixels from the left; the base line where there is none. */
export function barTop(scene: ChartScene, { peak, room, base }: BarSpace, left: number, right: number): number {
  return bars(scene, scene.buckets)
    .filter(({ x, width }) => x < right && x + width > left)
    .reduce((highest, { index }) => Math.min(highest, base - (bucketTotal(scene.buckets, index) / peak) * room - markerSize), base);
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
    if (span.to > scene.span.from && span.from < scene.span.to) {
      const left = Math.min(scene.width - 1, Math.round(pixelOf(scene.span, scene.width, span.from)));
      const right = Math.max(1, Math.round(pixelOf(scene.span, scene.width, span.to)));
      const gap = right - left > 3 ? 1 : 0;
      found.push({ index, x: left, width: Math.max(1, right - left - gap) });
    }
  }
  return found;
}
