import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { brushedBuckets, brushKey, clampBrush, type Brush } from '../../src/core/timeline/brush.ts';
import { bucketAt, bucketCount, bucketPeak, bucketRange, bucketSpan, type Buckets } from '../../src/core/timeline/buckets.ts';
import { pixelOf, ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, timeText } from '../format.ts';
import { resolvePalette, watchTheme } from '../theme/palette.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { axisStart, axisTicks } from './axisTicks.ts';
import { chartSummary, stretchText, stretchTip } from './chartWords.ts';
import { timeChartStyles } from './timeChartStyles.ts';
import { drawChart, type ChartScene } from './drawChart.ts';
import type { DrawCommand } from './drawing.ts';
import { paint } from './paint.ts';

/** Pointer movements below this many pixels are a click, not a stretch. */
const clickSlack = 4;
/** What an exact time takes in the chart. */
const momentWidth = 206;

/**
 * A chart of counts over time with a brush: a canvas, and over it one focusable element that takes keys and pointer and
 * tells a screen reader what stands under the cursor. It knows nothing of the log; who owns it asks and acts.
 */
export class TimeChart extends LitElement {
  static override properties = {
    buckets: { attribute: false },
    backdrop: { attribute: false },
    span: { attribute: false },
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
  onZoom: (direction: 'in' | 'out', around: Ticks) => void = () => undefined;
  onWidth: (width: number) => void = () => undefined;
  /** What the canvas was last told to draw. */
  drawn: readonly DrawCommand[] = [];

  declare protected brush: Brush | undefined;
  /** Where the pointer is, in pixels from the left, while it is over the chart. */
  declare protected pointer: number | undefined;
  declare protected dragFrom: number | undefined;
  declare protected size: { readonly width: number; readonly height: number };

  readonly #resize = new ResizeObserver((entries) => this.#measured(entries[0]!.contentRect));
  #unwatch: () => void = () => undefined;

  constructor() {
    super();
    this.label = '';
    this.overview = false;
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

  protected override willUpdate(changed: PropertyValues<this>): void {
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
        class="surface"
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
        @blur=${() => (this.brush = undefined)}
      ></div>
      <div id="keys" class="hidden-visually">
        ${l10n.t('Left and right arrows move by one bucket, with Shift they choose a stretch. Enter zooms to it, Escape leaves. Plus and minus zoom.')}
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
    if (buckets === undefined || brush === undefined || bucketCount(buckets) === 0) {
      return '';
    }
    const { first, last } = brushedBuckets(brush) ?? { first: brush.cursor, last: brush.cursor };
    return stretchText(buckets, first, last, this.settings);
  }

  #tip(): unknown {
    const { buckets, span } = this;
    const cursor = this.#cursor();
    if (buckets === undefined || span === undefined || cursor === undefined || bucketCount(buckets) === 0 || this.overview) {
      return nothing;
    }
    const chosen = this.#chosen();
    const first = bucketAt(buckets, chosen?.from ?? cursor);
    const last = chosen === undefined ? first : bucketAt(buckets, (chosen.to - 1n) as Ticks);
    const x = pixelOf(span, this.size.width, cursor);
    const side = x > this.size.width / 2 ? `right:${this.size.width - x + 12}px` : `left:${x + 12}px`;
    return html`<div class="tip" .style=${side}>${stretchTip(buckets, first, last, this.settings)}</div>`;
  }

  #momentLabel(): unknown {
    const moment = this.#cursor() ?? this.selected;
    if (moment === undefined || this.span === undefined || this.overview || moment < this.span.from || moment >= this.span.to) {
      return nothing;
    }
    const x = Math.round(pixelOf(this.span, this.size.width, moment));
    const left = Math.max(0, Math.min(x + 3, this.size.width - momentWidth));
    return html`<div class="moment mono" .style=${`left:${left}px`}>${timeText(moment, this.settings.timeZone)}</div>`;
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
    const step = brushKey(brush, event.key, event.shiftKey, count);
    if (step.action === 'none') {
      return;
    }
    event.preventDefault();
    this.pointer = undefined;
    this.brush = step.brush;
    if (step.action === 'zoom') {
      const chosen = brushedBuckets(step.brush) ?? { first: step.brush.cursor, last: step.brush.cursor };
      this.brush = { ...step.brush, anchor: undefined };
      this.onBrush(bucketRange(this.buckets!, chosen.first, chosen.last));
    } else if (step.action === 'clear') {
      this.onClear();
    }
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
    this.brush = undefined;
  }

  #pointerMove(event: PointerEvent): void {
    this.pointer = this.#pixel(event);
  }

  #pointerUp(event: PointerEvent): void {
    this.pointer = this.#pixel(event);
    const chosen = this.#chosen();
    this.dragFrom = undefined;
    if (chosen !== undefined) {
      this.onBrush(chosen);
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
