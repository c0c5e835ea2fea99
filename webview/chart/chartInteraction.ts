import type { Ticks } from '../../src/core/record/ticks.ts';
import { brushedBuckets, brushKey, clampBrush, type Brush, type BrushedBuckets } from '../../src/core/timeline/brush.ts';
import { bucketAt, bucketCount, bucketRange, bucketSpan, type Buckets } from '../../src/core/timeline/buckets.ts';
import { ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { GapCursor } from '../coverage/gapCursor.ts';
import type { GapMark } from '../coverage/gapMarks.ts';
import { chartKey } from './chartKey.ts';
import { ChartPointer } from './chartPointer.ts';
import type { TimeKey } from './timeKeys.ts';

/** What hands work on: an axis with its counts, and what to do when the user has decided. */
export interface HandledChart {
  readonly buckets: Buckets | undefined;
  readonly span: TimeSpan | undefined;
  readonly size: { readonly width: number };
  readonly selected: Ticks | undefined;
  readonly onBrush: (span: TimeSpan) => void;
  readonly onClear: () => void;
  readonly onGap: (gapStretch: GapMark) => void;
  readonly onTimeKey: (key: TimeKey) => void;
  readonly onZoom: (direction: 'in' | 'out', around: Ticks) => void;
  requestUpdate(): void;
}

/** Pointer and keyboard on a chart: where they are, what they choose, and what that means. Pixels from the left. */
export class ChartInteraction {
  readonly pointer: ChartPointer;
  readonly gapStretches = new GapCursor();
  readonly #chart: HandledChart;
  #brush: Brush | undefined;

  constructor(chart: HandledChart) {
    this.#chart = chart;
    this.pointer = new ChartPointer(() => chart.requestUpdate());
  }

  /** The buckets that the keyboard has chosen, or on which it is; undefined while it is not in use. */
  get brushed(): BrushedBuckets | undefined {
    return this.#brush && (brushedBuckets(this.#brush) ?? { first: this.#brush.cursor, last: this.#brush.cursor });
  }

  /** The stretch being chosen by drag or keys, in whole buckets. */
  get stretch(): TimeSpan | undefined {
    const { buckets, span, size } = this.#chart;
    if (buckets === undefined || span === undefined) {
      return undefined;
    }
    const { dragged } = this.pointer;
    if (dragged !== undefined) {
      const bucketUnder = (pixel: number) => bucketAt(buckets, ticksAt(span, size.width, pixel));
      return bucketRange(buckets, bucketUnder(dragged[0]), bucketUnder(dragged[1]));
    }
    const brushed = this.#brush && brushedBuckets(this.#brush);
    return brushed && bucketRange(buckets, brushed.first, brushed.last);
  }

  /** The moment under the pointer, else the one at which the keyboard cursor is. */
  get moment(): Ticks | undefined {
    const { buckets, span, size } = this.#chart;
    if (this.pointer.at !== undefined && span !== undefined) {
      return ticksAt(span, size.width, this.pointer.at);
    }
    return this.#brush === undefined || buckets === undefined ? undefined : bucketSpan(buckets, this.#brush.cursor).from;
  }

  get gapUnderPointer(): GapMark | undefined {
    return this.pointer.at === undefined || this.pointer.isDown ? undefined : this.gapStretches.at(this.pointer.at);
  }

  /** Keeps the keyboard's place where the counts have changed; a stretch of other buckets is dropped. */
  adapt(before: Buckets | undefined): void {
    const { buckets } = this.#chart;
    if (buckets !== undefined && this.#brush !== undefined) {
      const hasMoved = before === undefined || before.from !== buckets.from || before.width !== buckets.width;
      this.#brush = clampBrush(hasMoved ? { ...this.#brush, anchor: undefined } : this.#brush, bucketCount(buckets));
    }
  }

  /** The keyboard has gone elsewhere. */
  leave(): void {
    this.gapStretches.leave();
    this.#stand(undefined);
  }

  press(pixel: number): void {
    this.pointer.press(pixel);
    this.leave();
  }

  release(pixel: number): void {
    this.pointer.move(pixel);
    const { stretch } = this;
    const isClick = this.pointer.isDown && stretch === undefined;
    this.pointer.release();
    const gapStretch = this.gapUnderPointer;
    if (stretch !== undefined) {
      this.#chart.onBrush(stretch);
    } else if (isClick && gapStretch !== undefined) {
      this.#chart.onGap(gapStretch);
    }
  }

  key(event: KeyboardEvent): void {
    const { buckets, selected } = this.#chart;
    const count = buckets === undefined ? 0 : bucketCount(buckets);
    if (buckets === undefined || count === 0) {
      return;
    }
    // Keys begin at the selected record, else in the middle.
    const first = selected === undefined ? Math.floor(count / 2) : bucketAt(buckets, selected);
    const brush = this.#brush ?? { cursor: first, anchor: undefined };
    const asked = chartKey(event, this.gapStretches.current !== undefined);
    switch (asked) {
      case 'none':
        return;
      case 'zoomIn':
      case 'zoomOut':
        this.#chart.onZoom(asked === 'zoomIn' ? 'in' : 'out', bucketSpan(buckets, brush.cursor).from);
        break;
      case 'nextGap':
      case 'gapBefore':
        this.#goToGap(buckets, asked === 'nextGap' ? 1 : -1);
        break;
      case 'openGap':
        this.#chart.onGap(this.gapStretches.current!);
        break;
      case 'extent':
      case 'before':
      case 'after':
        this.#chart.onTimeKey(asked);
        break;
      case 'brush':
        if (!this.#moveBrush(event, brush, buckets)) {
          return;
        }
    }
    event.preventDefault();
  }

  /** Whether the key was one of the brush's. */
  #moveBrush({ key, shiftKey }: KeyboardEvent, before: Brush, buckets: Buckets): boolean {
    const { brush, action } = brushKey(before, key, shiftKey, bucketCount(buckets));
    if (action === 'none') {
      return false;
    }
    this.gapStretches.leave();
    this.#stand(brush);
    if (action === 'zoom') {
      const { first, last } = this.brushed!;
      this.#stand({ ...brush, anchor: undefined });
      this.#chart.onBrush(bucketRange(buckets, first, last));
    } else if (action === 'clear') {
      this.#chart.onClear();
    }
    return true;
  }

  #goToGap(buckets: Buckets, direction: 1 | -1): void {
    const gapStretch = this.gapStretches.step(direction);
    if (gapStretch !== undefined) {
      // In the middle of the gap, which may begin left of what the axis shows.
      const middle = ticksAt(this.#chart.span!, this.#chart.size.width, (gapStretch.left + gapStretch.right) / 2);
      this.#stand({ cursor: bucketAt(buckets, middle), anchor: undefined });
    }
  }

  #stand(brush: Brush | undefined): void {
    this.#brush = brush;
    if (brush !== undefined) {
      this.pointer.forget();
    }
    this.#chart.requestUpdate();
  }
}
