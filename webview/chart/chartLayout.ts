import type { ChartScene } from './chartScene.ts';
import { failureStripHeight } from './drawFailures.ts';
import { maxCap } from './drawGaps.ts';

/** Where the parts of a chart are, in pixels from above: labels of the axis, bars, and the strip of failures below them. */
export interface ChartLayout {
  /** The end of the labels. */
  readonly top: number;
  /** How high the fullest bar is. */
  readonly room: number;
  /** The line on which bars stand. */
  readonly base: number;
  /** The end of the strip. */
  readonly strip: number;
  /** The end of lines and grounds that reach over the whole chart. */
  readonly bottom: number;
}

const axisHeight = 18;
/** Between bars and what is above or below them. */
const clearance = 2;

export function chartLayout({ height, overview, ticks }: Pick<ChartScene, 'height' | 'overview' | 'ticks'>): ChartLayout {
  const top = ticks.length > 0 ? axisHeight : clearance;
  // A pixel is left for the line on which bars stand, and one below the strip.
  const strip = height - 1;
  const base = overview ? strip : strip - failureStripHeight - clearance - 1;
  return { top, room: base - top - maxCap - clearance, base, strip, bottom: overview ? base : height };
}
