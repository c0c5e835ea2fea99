import type { Ticks } from '../../src/core/record/ticks.ts';
import { brushedBuckets, brushKey, clampBrush, type Brush, type BrushedBuckets } from '../../src/core/timeline/brush.ts';
import { bucketAt, bucketCount, bucketRange, bucketSpan, bucketTotal, type Buckets } from '../../src/core/timeline/buckets.ts';
import { ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { GapCursor } from '../coverage/gapCursor.ts';
import type { GapMark } from '../../src/scene/gapMarks.ts';
import { chartKey } from './chartKey.ts';
import { ChartPointer } from './chartPointer.ts';
import type { TimeKey } from './timeKeys.ts';
import { wheelMove } from './wheel.ts';
import { dragWindow, gripAt, type WindowGrip } from './windowDrag.ts';

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
  /** Zooms by a factor, below 1 to see more closely, around a moment that keeps its place. */
  readonly onZoom: (factor: number, around: Ticks) => void;
  /** Pans by a share of what is shown. */
  readonly onPan: (share: number) => void;
  readonly onEnd: (end: 'first' | 'last') => void;
  /** Called with a bucket that was clicked. */
  readonly onOpen: (span: TimeSpan) => void;
  /** The window in force, which can be dragged on a chart that is an overview. */
  readonly window: TimeSpan | undefined;
  readonly overview: boolean;
  readonly onWindow: (span: TimeSpan) => void;
  requestUpdate(): void;
}

/** How far a key pans: the share of what is shown. */
export const keyPan = 0.2;

/** Pointer and keyboard on a chart: where they are, what they choose, and what that means. Pixels from the left. */
export class ChartInteraction {
  readonly pointer: ChartPointer;
  readonly gapStretches = new GapCursor();
  readonly #chart: HandledChart;
  #brush: Brush | undefined;
  /** The window when it was taken hold of. */
  #held: TimeSpan | undefined;
  /** Up to where a drag has panned. */
  #panned = 0;

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
    const { dragged, mode } = this.pointer;
    if (dragged !== undefined && mode !== 'brush') {
      return undefined;
    }
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

  /** What of the window is under the pointer, or held. */
  get grip(): WindowGrip | undefined {
    const { overview, span, size, window } = this.#chart;
    const { at, isDown, mode } = this.pointer;
    if (!overview || window === undefined || span === undefined || at === undefined) {
      return undefined;
    }
    return isDown ? (mode === 'brush' || mode === 'pan' ? undefined : mode) : gripAt(span, size.width, window, at);
  }

  /** @param pans Whether the drag that begins pans in any case. */
  press(pixel: number, pans: boolean): void {
    this.pointer.move(pixel);
    this.#held = this.#chart.window;
    this.#panned = pixel;
    this.pointer.press(pixel, pans ? 'pan' : (this.grip ?? 'brush'));
    this.leave();
  }

  move(pixel: number): void {
    this.pointer.move(pixel);
    const { dragged, mode } = this.pointer;
    const { span, size } = this.#chart;
    if (dragged === undefined || span === undefined || size.width === 0) {
      return;
    }
    if (mode === 'pan') {
      this.#chart.onPan((this.#panned - pixel) / size.width);
      this.#panned = pixel;
    } else if (mode !== 'brush' && this.#held !== undefined) {
      this.#chart.onWindow(dragWindow(span, size.width, this.#held, mode, { from: dragged[0], to: dragged[1] }));
    }
  }

  release(pixel: number): void {
    this.move(pixel);
    const { stretch } = this;
    const isClick = this.pointer.isDown && this.pointer.dragged === undefined;
    this.pointer.release();
    const gapStretch = this.gapUnderPointer;
    if (stretch !== undefined && !isClick) {
      this.#chart.onBrush(stretch);
    } else if (isClick && gapStretch !== undefined) {
      this.#chart.onGap(gapStretch);
    } else if (isClick) {
      this.#open(pixel);
    }
  }

  /** Whether the chart has taken the wheel. */
  wheel(event: WheelEvent, pixel: number): boolean {
    const { span, size } = this.#chart;
    const move = span && wheelMove(event, size.width);
    if (span === undefined || move === undefined) {
      return false;
    }
    if (move.kind === 'zoom') {
      this.#chart.onZoom(move.factor, ticksAt(span, size.width, pixel));
    } else {
      this.#chart.onPan(move.share);
    }
    return true;
  }

  #open(pixel: number): void {
    const { buckets, span, size } = this.#chart;
    if (buckets !== undefined && span !== undefined) {
      const index = bucketAt(buckets, ticksAt(span, size.width, pixel));
      if (bucketTotal(buckets, index) > 0) {
        this.#chart.onOpen(bucketSpan(buckets, index));
      }
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
        this.#chart.onZoom(asked === 'zoomIn' ? 0.5 : 2, this.moment ?? bucketSpan(buckets, brush.cursor).from);
        break;
      case 'panLeft':
      case 'panRight':
        this.#chart.onPan(asked === 'panLeft' ? -keyPan : keyPan);
        break;
      case 'first':
      case 'last':
        this.#stand({ cursor: asked === 'first' ? 0 : count - 1, anchor: undefined });
        this.#chart.onEnd(asked);
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
    if (action === 'moved' && brush.cursor === before.cursor && key !== 'Escape') {
      // At an edge of what is shown: what is beyond it follows.
      this.#chart.onPan(['ArrowLeft', 'PageUp'].includes(key) ? -keyPan : keyPan);
    }
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
