import type { ChartScene } from './chartScene.ts';
import { maxMark } from './drawCoverage.ts';
import { failureStripHeight } from './drawFailures.ts';
import { maxCap } from './drawGaps.ts';

/**
 * Where the parts of a chart are, in pixels from above: labels of the axis, bars, and below them the strip of failures, or in
 * an overview that of coverage.
 */
export interface ChartLayout {
  /** The end of the labels. */
  readonly top: number;
  /** How high the fullest bar is. */
  readonly room: number;
  /** The line on which bars stand. */
  readonly base: number;
  /** The end of the strip. */
  readonly strip: number;
  /** The end of lines and grounds that reach over the chart. */
  readonly bottom: number;
}

const axisHeight = 18;
const overviewAxisHeight = 14;
/** Between bars and what is above or below them. */
const clearance = 2;

export function chartLayout({ height, overview, ticks }: Pick<ChartScene, 'height' | 'overview' | 'ticks'>): ChartLayout {
  // A pixel is left for the line on which bars stand.
  if (overview) {
    const base = height - maxMark - 1;
    return { top: overviewAxisHeight, room: base - overviewAxisHeight - clearance, base, strip: height, bottom: base };
  }
  // And one below the strip.
  const strip = height - 1;
  const top = ticks.length > 0 ? axisHeight : clearance;
  const base = strip - failureStripHeight - clearance - 1;
  return { top, room: base - top - maxCap - clearance, base, strip, bottom: height };
}
