import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { brushedBuckets, brushKey, clampBrush, type Brush } from '../../src/core/timeline/brush.ts';
import { bucketAt, bucketCount, bucketPeak, bucketRange, bucketSpan, type Buckets } from '../../src/core/timeline/buckets.ts';
import { ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { holeLabel, holeText } from '../coverage/coverageWords.ts';
import { HoleCursor } from '../coverage/holeCursor.ts';
import type { DrawnHole, Hole } from '../coverage/holes.ts';
import { numberText } from '../format.ts';
import { resolvePalette, watchTheme } from '../theme/palette.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { axisStart, axisTicks } from './axisTicks.ts';
import { type ChartPoint, chartTip, momentLabel } from './chartTip.ts';
import { chartSummary, stretchText } from './chartWords.ts';
import { timeChartStyles } from './timeChartStyles.ts';
import { drawChart, type ChartScene } from './drawChart.ts';
import type { DrawCommand } from './drawing.ts';
import { paint } from './paint.ts';

/** Pointer movements below this many pixels are a click, not a stretch. */
const clickSlack = 4;

/**
 * A chart of counts over time with a brush: a canvas, and over it one focusable element that takes keys and pointer and
 * tells a screen reader what stands under the cursor. It knows nothing of the log; who owns it asks and acts.
 */
export class TimeChart extends LitElement {
  static override properties = {
    buckets: { attribute: false },
    backdrop: { attribute: false },
    span: { attribute: false },
    holes: { attribute: false },
    window: { attribute: false },
    selected: { attribute: false },
    settings: { attribute: false },
    label: {},
    overview: { type: Boolean, reflect: true },
    brush: { state: true },
    pointer: { state: true },
    dragFrom: { state: true },
    size: { state: true },
  };

  declare buckets: Buckets | undefined;
  /** All records, drawn dim behind the matching ones. */
  declare backdrop: Buckets | undefined;
  declare span: TimeSpan | undefined;
  /** Where numbers are missing, in order of time. */
  declare holes: readonly Hole[];
  /** The stretch in force, drawn while none is being chosen. Overview only. */
  declare window: TimeSpan | undefined;
  declare selected: Ticks | undefined;
  declare settings: ViewSettings;
  declare label: string;
  declare overview: boolean;
  /** Called with a stretch that the user has chosen. */
  onBrush: (span: TimeSpan) => void = () => undefined;
  /** Called when the user leaves the zoom. */
  onClear: () => void = () => undefined;
  /** Called when the user wants to see what is around a hole. */
  onHole: (hole: DrawnHole) => void = () => undefined;
  onZoom: (direction: 'in' | 'out', around: Ticks) => void = () => undefined;
  onWidth: (width: number) => void = () => undefined;
  /** What the canvas was last told to draw. */
  drawn: readonly DrawCommand[] = [];

  declare protected brush: Brush | undefined;
  /** Where the pointer is, in pixels from the left, while it is over the chart. */
  declare protected pointer: number | undefined;
  declare protected dragFrom: number | undefined;
  declare protected size: { readonly width: number; readonly height: number };

  readonly #holes = new HoleCursor();
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries[0]!.contentRect));
  #unwatch: () => void = () => undefined;

  constructor() {
    super();
    this.label = '';
    this.overview = false;
    this.holes = [];
    this.size = { width: 0, height: 0 };
  }

  static override styles = [sharedStyles, timeChartStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#unwatch = watchTheme(() => this.#draw());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#unwatch();
  }

  protected override willUpdate(changed: PropertyValues<this & { size: unknown }>): void {
    if (changed.has('holes') || changed.has('size') || hasMoved(changed.get('span'), changed.has('span') ? this.span : undefined)) {
      this.#holes.show(this.holes, this.span, this.size.width);
    }
    if (changed.has('buckets') && this.buckets !== undefined && this.brush !== undefined) {
      const before = changed.get('buckets');
      const moved = before === undefined || before.from !== this.buckets.from || before.width !== this.buckets.width;
      this.brush = clampBrush(moved ? { ...this.brush, anchor: undefined } : this.brush, bucketCount(this.buckets));
    }
  }

  protected override render(): unknown {
    return html`
      <canvas aria-hidden="true"></canvas>
      <div
        class="surface ${this.#holeUnderPointer() === undefined ? '' : 'link'}"
        role="application"
        tabindex="0"
        aria-roledescription=${l10n.t('time chart')}
        aria-label=${chartSummary(this.label, this.buckets, this.span, this.settings)}
        aria-describedby="keys"
        @keydown=${this.#key}
        @pointerdown=${this.#pointerDown}
        @pointermove=${this.#pointerMove}
        @pointerup=${this.#pointerUp}
        @pointercancel=${this.#pointerGone}
        @pointerleave=${this.#pointerLeave}
        @dblclick=${this.#doubleClick}
        @blur=${() => this.#leave()}
      ></div>
      <div id="keys" class="hidden-visually">
        ${l10n.t('Left and right arrows move by one bucket, with Shift they choose a stretch. Enter zooms to it, Escape leaves. Plus and minus zoom. G goes to the next stretch whose numbers are not in this file, Shift+G to the one before; Enter shows the record after it.')}
      </div>
      <div class="hidden-visually" role="status">${this.brush === undefined ? '' : this.#spoken()}</div>
      ${this.#tip()} ${this.#momentLabel()}
    `;
  }

  protected override updated(): void {
    this.#draw();
  }

  #measured(size: DOMRectReadOnly): void {
    this.size = { width: Math.floor(size.width), height: Math.floor(size.height) };
    this.onWidth(this.size.width);
  }

  #leave(): void {
    this.brush = undefined;
    this.#holes.leave();
  }

  #draw(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas === null || this.size.width === 0) {
      return;
    }
    const scene = this.#scene();
    this.drawn = scene === undefined ? [] : drawChart(scene);
    const style = getComputedStyle(this);
    paint(canvas, this.size.width, this.size.height, this.drawn, resolvePalette(this), `11px ${style.fontFamily}`);
  }

  #scene(): ChartScene | undefined {
    const { buckets, span, settings } = this;
    if (buckets === undefined || span === undefined) {
      return undefined;
    }
    const { width, height } = this.size;
    const peak = bucketPeak(buckets);
    const chosen = this.#chosen();
    return {
      width,
      height,
      span,
      buckets,
      backdrop: this.backdrop,
      holes: this.#holes.drawn.map((hole) => ({ ...hole, label: this.overview ? [] : holeLabel(hole, settings) })),
      ticks: this.overview ? [] : axisTicks(span, width, settings.timeZone),
      startLabel: this.overview ? '' : axisStart(span, settings.timeZone),
      peakLabel: this.overview || peak === 0 ? '' : numberText(peak, settings),
      brushed: chosen ?? (this.overview ? this.window : undefined),
      dimsOutside: this.overview,
      cursor: this.#cursor(),
      selected: this.selected,
    };
  }

  /** The stretch being chosen by drag or keys. */
  #chosen(): TimeSpan | undefined {
    const { buckets, span } = this;
    if (buckets === undefined || span === undefined) {
      return undefined;
    }
    if (this.dragFrom !== undefined && this.pointer !== undefined && Math.abs(this.pointer - this.dragFrom) >= clickSlack) {
      const bucketUnder = (pixel: number) => bucketAt(buckets, ticksAt(span, this.size.width, pixel));
      return bucketRange(buckets, bucketUnder(this.dragFrom), bucketUnder(this.pointer));
    }
    const brushed = this.brush === undefined ? undefined : brushedBuckets(this.brush);
    return brushed === undefined ? undefined : bucketRange(buckets, brushed.first, brushed.last);
  }

  #cursor(): Ticks | undefined {
    if (this.pointer !== undefined && this.span !== undefined) {
      return ticksAt(this.span, this.size.width, this.pointer);
    }
    return this.brush === undefined || this.buckets === undefined ? undefined : bucketSpan(this.buckets, this.brush.cursor).from;
  }

  #spoken(): string {
    const { buckets, brush } = this;
    if (this.#holes.current !== undefined) {
      return holeText(this.#holes.current, this.settings);
    }
    if (buckets === undefined || brush === undefined || bucketCount(buckets) === 0) {
      return '';
    }
    const { first, last } = brushedBuckets(brush) ?? { first: brush.cursor, last: brush.cursor };
    return stretchText(buckets, first, last, this.settings);
  }

  #holeUnderPointer(): DrawnHole | undefined {
    return this.pointer === undefined || this.dragFrom !== undefined ? undefined : this.#holes.at(this.pointer);
  }

  #tip(): unknown {
    const point = this.#point(this.#cursor());
    const buckets = this.overview || this.buckets === undefined || bucketCount(this.buckets) === 0 ? undefined : this.buckets;
    return point === undefined ? nothing : chartTip(point, buckets, this.#chosen(), this.#holes.current ?? this.#holeUnderPointer());
  }

  #momentLabel(): unknown {
    const point = this.overview ? undefined : this.#point(this.#cursor() ?? this.selected);
    return point === undefined ? nothing : momentLabel(point);
  }

  #point(moment: Ticks | undefined): ChartPoint | undefined {
    const { span, settings } = this;
    return moment === undefined || span === undefined ? undefined : { span, width: this.size.width, moment, settings };
  }

  #key(event: KeyboardEvent): void {
    const count = this.buckets === undefined ? 0 : bucketCount(this.buckets);
    if (count === 0 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const brush = this.brush ?? { cursor: this.#firstCursor(count), anchor: undefined };
    if (event.key === '+' || event.key === '=' || event.key === '-') {
      event.preventDefault();
      this.onZoom(event.key === '-' ? 'out' : 'in', bucketSpan(this.buckets!, brush.cursor).from);
      return;
    }
    if (event.key === 'g' || event.key === 'G' || (event.key === 'Enter' && this.#holes.current !== undefined)) {
      event.preventDefault();
      this.#holeKey(event);
      return;
    }
    const step = brushKey(brush, event.key, event.shiftKey, count);
    if (step.action === 'none') {
      return;
    }
    event.preventDefault();
    this.pointer = undefined;
    this.#holes.leave();
    this.brush = step.brush;
    if (step.action === 'zoom') {
      const chosen = brushedBuckets(step.brush) ?? { first: step.brush.cursor, last: step.brush.cursor };
      this.brush = { ...step.brush, anchor: undefined };
      this.onBrush(bucketRange(this.buckets!, chosen.first, chosen.last));
    } else if (step.action === 'clear') {
      this.onClear();
    }
  }

  #holeKey(event: KeyboardEvent): void {
    const hole = event.key === 'Enter' ? this.#holes.current : this.#holes.step(event.shiftKey ? -1 : 1);
    if (hole === undefined) {
      return;
    }
    if (event.key === 'Enter') {
      this.onHole(hole);
      return;
    }
    this.pointer = undefined;
    // In the middle of the hole, which may begin left of what the axis shows.
    const middle = ticksAt(this.span!, this.size.width, (hole.left + hole.right) / 2);
    this.brush = { cursor: bucketAt(this.buckets!, middle), anchor: undefined };
  }

  /** Keys begin at the selected record, else in the middle. */
  #firstCursor(count: number): number {
    return this.selected === undefined ? Math.floor(count / 2) : bucketAt(this.buckets!, this.selected);
  }

  #pixel(event: PointerEvent | MouseEvent): number {
    return Math.min(this.size.width, Math.max(0, event.clientX - this.getBoundingClientRect().left));
  }

  #pointerDown(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.pointer = this.#pixel(event);
    this.dragFrom = this.pointer;
    this.#leave();
  }

  #pointerMove(event: PointerEvent): void {
    this.pointer = this.#pixel(event);
  }

  #pointerUp(event: PointerEvent): void {
    this.pointer = this.#pixel(event);
    const chosen = this.#chosen();
    const isClick = this.dragFrom !== undefined && chosen === undefined;
    this.dragFrom = undefined;
    const hole = this.#holeUnderPointer();
    if (chosen !== undefined) {
      this.onBrush(chosen);
    } else if (isClick && hole !== undefined) {
      this.onHole(hole);
    }
  }

  #pointerGone(): void {
    this.pointer = undefined;
    this.dragFrom = undefined;
  }

  #pointerLeave(): void {
    if (this.dragFrom === undefined) {
      this.pointer = undefined;
    }
  }

  #doubleClick(event: MouseEvent): void {
    if (this.span !== undefined) {
      this.onZoom('in', ticksAt(this.span, this.size.width, this.#pixel(event)));
    }
  }
}

/** Whether an axis shows another stretch than before; undefined where it did not change. */
function hasMoved(before: TimeSpan | undefined, now: TimeSpan | undefined): boolean {
  return before?.from !== now?.from || before?.to !== now?.to;
}
