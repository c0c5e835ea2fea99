import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { resultGroups } from '../../src/core/record/results.ts';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { brushedBuckets, brushKey, clampBrush, type Brush } from '../../src/core/timeline/brush.ts';
import {
  bucketAt,
  bucketCount,
  bucketPeak,
  bucketRange,
  bucketSpan,
  bucketTotal,
  filledBuckets,
  type Buckets,
} from '../../src/core/timeline/buckets.ts';
import { pixelOf, ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, spanText, timeText, zoneName } from '../format.ts';
import { resolvePalette, watchTheme } from '../theme/palette.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { groupName, groupSymbol } from '../theme/symbols.ts';
import { axisStart, axisTicks } from './axisTicks.ts';
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

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        position: relative;
        min-height: 40px;
        touch-action: pan-y;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .surface {
        position: absolute;
        inset: 0;
        cursor: crosshair;
      }
      .surface:focus-visible {
        outline-offset: -1px;
      }
      .tip {
        position: absolute;
        z-index: 2;
        top: 20px;
        max-width: min(420px, 100%);
        padding: 6px 9px;
        pointer-events: none;
        color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground));
        background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background));
        border: 1px solid var(--vscode-editorHoverWidget-border, var(--border));
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
        white-space: nowrap;
      }
      .tip .counts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 10px;
      }
      .moment {
        position: absolute;
        bottom: 2px;
        padding: 0 3px;
        pointer-events: none;
        background: var(--vscode-editor-background);
        white-space: nowrap;
      }
    `,
  ];

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
        aria-label=${this.#summary()}
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

  #summary(): string {
    const { buckets } = this;
    if (buckets === undefined || this.span === undefined) {
      return l10n.t('{0}: no counts yet', this.label);
    }
    const filled = filledBuckets(buckets);
    const total = filled.reduce((sum, index) => sum + bucketTotal(buckets, index), 0);
    return l10n.t(
      '{0}: {1} records, {2} ({3}), at most {4} in one bucket',
      this.label,
      numberText(total, this.settings),
      spanText(this.span, this.settings.timeZone),
      zoneName(this.settings.timeZone),
      numberText(bucketPeak(buckets), this.settings),
    );
  }

  #spoken(): string {
    const { buckets, brush } = this;
    if (buckets === undefined || brush === undefined || bucketCount(buckets) === 0) {
      return '';
    }
    const { first, last } = brushedBuckets(brush) ?? { first: brush.cursor, last: brush.cursor };
    const span = bucketRange(buckets, first, last);
    const counts = resultGroups
      .map((group) => ({ group, count: this.#countOf(group, first, last) }))
      .filter(({ count }) => count > 0)
      .map(({ group, count }) => `${numberText(count, this.settings)} ${groupName(group)}`);
    const zone = this.settings.timeZone;
    return `${spanText(span, zone)}: ${counts.join(', ') || l10n.t('no records')}`;
  }

  #countOf(group: (typeof resultGroups)[number], first: number, last: number): number {
    return this.buckets?.groups[group].slice(first, last + 1).reduce((sum, count) => sum + count, 0) ?? 0;
  }

  #tip(): unknown {
    const { buckets, span } = this;
    const cursor = this.#cursor();
    if (buckets === undefined || span === undefined || cursor === undefined || bucketCount(buckets) === 0 || this.overview) {
      return nothing;
    }
    const chosen = this.#chosen();
    const under = bucketAt(buckets, cursor);
    const first = chosen === undefined ? under : bucketAt(buckets, chosen.from);
    const last = chosen === undefined ? under : bucketAt(buckets, (chosen.to - 1n) as Ticks);
    const shown = bucketRange(buckets, first, last);
    const zone = this.settings.timeZone;
    const x = pixelOf(span, this.size.width, cursor);
    const side = x > this.size.width / 2 ? `right:${this.size.width - x + 12}px` : `left:${x + 12}px`;
    return html`<div class="tip" .style=${side}>
      <div>${spanText(shown, zone)}</div>
      <div class="counts">
        ${resultGroups.map((group) => {
          const count = this.#countOf(group, first, last);
          return count === 0 ? nothing : html`<span>${groupSymbol(group)} ${numberText(count, this.settings)} ${groupName(group)}</span>`;
        })}
      </div>
      <div class="muted">${l10n.t('Drag or Shift+arrows choose, Enter zooms, Escape leaves')}</div>
    </div>`;
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
