import { bucketCount, bucketSpan, bucketTotal, type Buckets } from '../core/timeline/buckets.ts';
import { pixelOf, type TimeSpan } from '../core/timeline/timeSpan.ts';

/** An axis of time: its span, and its width in pixels. */
export interface TimeScale {
  readonly span: TimeSpan;
  readonly width: number;
}

/** Where the bar of a bucket is, in pixels from the left, and how many records it stands for. */
export interface BarPlace {
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly records: number;
}

/** The bars that hold records and lie on the axis, on whole pixels, with a gap between them where there is room. */
export function barPlaces(scene: TimeScale, buckets: Buckets): readonly BarPlace[] {
  const found: BarPlace[] = [];
  for (let index = 0; index < bucketCount(buckets); index++) {
    const records = bucketTotal(buckets, index);
    if (records === 0) {
      continue;
    }
    const span = bucketSpan(buckets, index);
    if (span.to > scene.span.from && span.from < scene.span.to) {
      const left = Math.min(scene.width - 1, Math.round(pixelOf(scene.span, scene.width, span.from)));
      const right = Math.max(1, Math.round(pixelOf(scene.span, scene.width, span.to)));
      const gap = right - left > 3 ? 1 : 0;
      found.push({ index, x: left, width: Math.max(1, right - left - gap), records });
    }
  }
  return found;
}
