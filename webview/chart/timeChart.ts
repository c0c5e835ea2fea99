import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { bucketAt, bucketCount, bucketTotal, type Buckets } from '../../src/core/timeline/buckets.ts';
import { ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { gapText } from '../coverage/coverageWords.ts';
import type { GapMark, GapStretch } from '../../src/scene/gapMarks.ts';
import { CanvasLook } from '../theme/canvasLook.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { watchTheme } from '../theme/themeReader.ts';
import type { SeriesValues } from './barParts.ts';
import { ChartDrawing } from './chartDrawing.ts';
import { ChartInteraction } from './chartInteraction.ts';
import { chartHints } from './chartHints.ts';
import { type ChartPoint, chartTip } from './chartTip.ts';
import { chartSummary, stretchText } from './chartWords.ts';
import type { DrawCommand } from './drawing.ts';
import { momentLabel } from './momentLabel.ts';
import { timeChartStyles } from './timeChartStyles.ts';
import type { TimeKey } from './timeKeys.ts';

/**
 * A chart of counts over time with a brush: a canvas, and over it one focusable element that takes keys and pointer and
 * tells a screen reader what is under the cursor. It knows nothing of the log; who owns it asks and acts.
 */
export class TimeChart extends LitElement {
  static override properties = {
    buckets: { attribute: false },
    backdrop: { attribute: false },
    series: { attribute: false },
    span: { attribute: false },
    gapStretches: { attribute: false },
    window: { attribute: false },
    selected: { attribute: false },
    settings: { attribute: false },
    label: {},
    overview: { type: Boolean, reflect: true },
    fixed: { type: Boolean },
    numbered: { type: Boolean },
    size: { state: true },
  };

  declare buckets: Buckets | undefined;
  /** All records, drawn dim behind the matching ones. */
  declare backdrop: Buckets | undefined;
  /** The values that bars are stacked of; undefined where they are stacked by result. */
  declare series: SeriesValues | undefined;
  declare span: TimeSpan | undefined;
  /** Where numbers are missing, in order of time. */
  declare gapStretches: readonly GapStretch[];
  /** The stretch in force, drawn while none is being chosen: in an overview what the other chart shows, else the one chosen. */
  declare window: TimeSpan | undefined;
  declare selected: Ticks | undefined;
  declare settings: ViewSettings;
  declare label: string;
  declare overview: boolean;
  /** Whether it neither zooms nor opens records. */
  declare fixed: boolean;
  /** Whether the records have numbers, so that an overview says where some are missing. */
  declare numbered: boolean;
  /** Called with a stretch that the user has chosen. */
  onBrush: (span: TimeSpan) => void = () => undefined;
  /** Called when the user leaves the zoom. */
  onClear: () => void = () => undefined;
  /** Called when the user wants to see what is around a gap. */
  onGap: (gapStretch: GapMark) => void = () => undefined;
  /** Called when the user wants to see all times, or the records that lie far from the others. */
  onTimeKey: (key: TimeKey) => void = () => undefined;
  onZoom: (factor: number, around: Ticks) => void = () => undefined;
  onPan: (share: number) => void = () => undefined;
  /** Called when the user wants to see the beginning or the end of the log. */
  onEnd: (end: 'first' | 'last') => void = () => undefined;
  /** Called with a bucket whose records the user wants to see. */
  onOpen: (span: TimeSpan) => void = () => undefined;
  /** Called while the user moves or resizes the window of an overview. */
  onWindow: (span: TimeSpan) => void = () => undefined;
  onWidth: (width: number) => void = () => undefined;
  /** What the canvas was last asked to draw. */
  drawn: readonly DrawCommand[] = [];

  /** In CSS pixels; 0 before it was measured. */
  declare size: { readonly width: number; readonly height: number };

  readonly #hands = new ChartInteraction(this);
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries[0]!.contentRect));
  readonly #look = new CanvasLook();
  readonly #drawing = new ChartDrawing();
  /** What screen readers hear of the chart: its words take long, so that they are made only where they change. */
  #summary = '';
  #unwatch: () => void = () => undefined;

  constructor() {
    super();
    this.label = '';
    this.overview = false;
    this.fixed = false;
    this.numbered = false;
    this.gapStretches = [];
    this.size = { width: 0, height: 0 };
  }

  static override styles = [sharedStyles, timeChartStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#unwatch = watchTheme(() => {
      this.#look.forget();
      this.#draw();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#unwatch();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('gapStretches') || changed.has('size') || hasMoved(changed.get('span'), changed.has('span') ? this.span : undefined)) {
      this.#hands.gapStretches.show(this.gapStretches, this.span, this.size.width);
    }
    if (changed.has('buckets')) {
      this.#hands.adapt(changed.get('buckets'));
    }
    if (summarised.some((name) => changed.has(name))) {
      this.#summary = chartSummary(this, this.settings);
    }
  }

  protected override render(): unknown {
    return html`
      <canvas aria-hidden="true"></canvas>
      <div
        class="surface ${this.#hands.gapUnderPointer === undefined ? (this.#hands.grip ?? '') : 'link'}"
        role="application"
        tabindex="0"
        aria-roledescription=${l10n.t('time chart')}
        aria-label=${this.#summary}
        aria-describedby="keys"
        @keydown=${(event: KeyboardEvent) => this.#hands.key(event)}
        @pointerdown=${this.#pointerDown}
        @pointermove=${(event: PointerEvent) => this.#hands.move(this.#pixel(event))}
        @wheel=${this.#wheel}
        @pointerup=${(event: PointerEvent) => this.#hands.release(this.#pixel(event))}
        @pointercancel=${() => this.#hands.pointer.forget()}
        @pointerleave=${() => this.#hands.pointer.leave()}
        @dblclick=${this.#doubleClick}
        @blur=${() => this.#hands.leave()}
      ></div>
      <div id="keys" class="hidden-visually">
        ${l10n.t('Left and right arrows move by one bucket, with Shift they choose a stretch. Enter filters by it, Escape leaves. Plus and minus, or W and S, zoom; A and D pan; Home and End go to the ends. G goes to the next stretch whose numbers are not in this file, Shift+G to the one before; Enter shows the record after it. 0 shows all times or those of nearly all records, less-than and greater-than the few records far before and after.')}
      </div>
      <div class="hidden-visually" role="status">${this.#spoken()}</div>
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
    this.drawn = this.#drawing.draw(canvas, this, this.#hands, this.#look.of(this));
  }

  /** Where the keyboard cursor is, for those who cannot see it. */
  #spoken(): string {
    const { brushed, gapStretches } = this.#hands;
    if (brushed === undefined || this.buckets === undefined) {
      return '';
    }
    return gapStretches.current === undefined
      ? stretchText({ buckets: this.buckets, series: this.series }, brushed.first, brushed.last, this.settings)
      : gapText(gapStretches.current, this.settings);
  }

  #tip(): unknown {
    const { moment, stretch, gapStretches, gapUnderPointer, pointer } = this.#hands;
    const point = this.#point(moment);
    const buckets = this.overview || this.buckets === undefined || bucketCount(this.buckets) === 0 ? undefined : this.buckets;
    const gapStretch = pointer.at === undefined ? gapStretches.current : gapUnderPointer;
    return point === undefined
      ? nothing
      : chartTip(point, { buckets, series: this.series, chosen: stretch, gapStretch }, this.#hints(point, gapStretch !== undefined));
  }

  #hints({ moment }: ChartPoint, isAtGap: boolean): readonly string[] {
    const { pointer, stretch } = this.#hands;
    return chartHints({
      by: pointer.at === undefined ? 'keys' : pointer.dragged === undefined ? 'pointer' : 'drag',
      hasFocus: (this.renderRoot as ShadowRoot).activeElement !== null,
      isAtGap,
      hasRecords: this.buckets !== undefined && bucketTotal(this.buckets, bucketAt(this.buckets, moment)) > 0,
      isChosen: stretch !== undefined,
      isFixed: this.fixed,
    });
  }

  #momentLabel(): unknown {
    const { moment } = this.#hands;
    const point = this.#point(moment ?? this.selected);
    return point === undefined ? nothing : momentLabel(point, moment !== undefined);
  }

  #point(moment: Ticks | undefined): ChartPoint | undefined {
    const { span, settings } = this;
    return moment === undefined || span === undefined ? undefined : { span, width: this.size.width, moment, settings };
  }

  #pixel(event: PointerEvent | MouseEvent): number {
    return Math.min(this.size.width, Math.max(0, event.clientX - this.getBoundingClientRect().left));
  }

  #pointerDown(event: PointerEvent): void {
    if (event.button > 1) {
      return;
    }
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#hands.press(this.#pixel(event), !this.overview && (event.button === 1 || event.shiftKey));
  }

  #wheel(event: WheelEvent): void {
    if (this.#hands.wheel(event, this.#pixel(event))) {
      event.preventDefault();
    }
  }

  #doubleClick(event: MouseEvent): void {
    if (this.span !== undefined) {
      this.onZoom(0.5, ticksAt(this.span, this.size.width, this.#pixel(event)));
    }
  }
}

/** What the summary depends on. */
const summarised = ['label', 'buckets', 'span', 'window', 'gapStretches', 'settings'] as const;

/** Whether an axis shows another stretch than before; undefined where it did not change. */
function hasMoved(before: TimeSpan | undefined, now: TimeSpan | undefined): boolean {
  return before?.from !== now?.from || before?.to !== now?.to;
}
