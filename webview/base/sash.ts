import { css, html, LitElement } from 'lit';

/** What an arrow key moves, and what it moves with Shift. CSS pixels. */
const step = 16;
const largeStep = 96;

/** The border of a pane, to be dragged or moved by arrow keys; a double click or Enter gives the pane its first size again. */
export class Sash extends LitElement {
  static override properties = {
    label: {},
    horizontal: { type: Boolean, reflect: true },
    trailing: { type: Boolean },
    of: {},
    inner: {},
    share: { state: true },
  };
  /** What it changes, such as “Width of the names”. */
  declare label: string;
  /** Whether it is a horizontal line, which changes a height. */
  declare horizontal: boolean;
  /** Whether the pane is on the right of the line or below it. */
  declare trailing: boolean;
  /** A selector of the pane whose size it changes, among the elements that the sash is one of. */
  declare of: string;
  /** A selector of what is meant of the pane's own elements, where it is not the whole pane. */
  declare inner: string | undefined;
  /** Called with the size that the pane is to have, in CSS pixels; undefined for its first one. */
  onSize: (size: number | undefined) => void = () => undefined;
  /** The pane is never made smaller than this. CSS pixels. */
  minSize = 110;
  /** The pane takes at most this part of what it is within. */
  maxShare = 0.7;
  /** The pane's part of what it is within, in percent. */
  declare protected share: number;
  /** Where the pointer took hold of the line, and how large the pane was then. */
  #hold: { readonly at: number; readonly size: number } | undefined;

  constructor() {
    super();
    this.label = '';
    this.horizontal = false;
    this.trailing = false;
    this.of = '';
    this.share = 0;
    this.addEventListener('pointerdown', this.#press);
    this.addEventListener('pointermove', this.#move);
    this.addEventListener('pointerup', this.#release);
    this.addEventListener('pointercancel', this.#release);
    this.addEventListener('dblclick', () => this.onSize(undefined));
  }

  static override styles = css`
    :host {
      display: block;
      position: relative;
      z-index: 4;
      width: 7px;
      margin-left: -3px;
      cursor: ew-resize;
      touch-action: none;
    }
    :host([horizontal]) {
      width: auto;
      height: 7px;
      margin: -3px 0 0;
      cursor: ns-resize;
    }
    div {
      position: absolute;
      inset: 0 2px;
    }
    :host([horizontal]) div {
      inset: 2px 0;
    }
    :host(:hover) div {
      background: var(--vscode-sash-hoverBorder, var(--vscode-focusBorder));
      transition: background 0.1s 0.2s;
    }
    div:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
      background: var(--vscode-sash-hoverBorder, var(--vscode-focusBorder));
    }
    @media (prefers-reduced-motion: reduce) {
      :host(:hover) div {
        transition: none;
      }
    }
    @media (forced-colors: active) {
      :host(:hover) div,
      div:focus-visible {
        background: Highlight;
      }
    }
  `;

  override firstUpdated(): void {
    this.#measure();
  }

  protected override render(): unknown {
    return html`<div
      role="separator"
      tabindex="0"
      aria-label=${this.label}
      aria-orientation=${this.horizontal ? 'horizontal' : 'vertical'}
      aria-valuenow=${this.share}
      aria-valuemin="0"
      aria-valuemax="100"
      @focus=${this.#measure}
      @keydown=${this.#key}
    ></div>`;
  }

  readonly #press = (event: PointerEvent): void => {
    if (event.button === 0) {
      this.setPointerCapture(event.pointerId);
      this.#hold = { at: this.#along(event), size: this.#size(this.#pane()) };
      event.preventDefault();
    }
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#hold !== undefined) {
      const moved = this.#along(event) - this.#hold.at;
      this.#ask(this.#hold.size + (this.trailing ? -moved : moved));
    }
  };

  readonly #release = (): void => {
    this.#hold = undefined;
    this.#measure();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      this.onSize(undefined);
    } else {
      const back = this.horizontal ? 'ArrowUp' : 'ArrowLeft';
      const on = this.horizontal ? 'ArrowDown' : 'ArrowRight';
      if (event.key !== back && event.key !== on) {
        return;
      }
      const moved = (event.key === on ? 1 : -1) * (event.shiftKey ? largeStep : step);
      this.#ask(this.#size(this.#pane()) + (this.trailing ? -moved : moved));
    }
    event.preventDefault();
    // The owner lays out anew before the next frame.
    requestAnimationFrame(() => this.#measure());
  };

  #ask(size: number): void {
    this.onSize(Math.round(Math.max(this.minSize, Math.min(size, this.maxShare * this.#room()))));
  }

  readonly #measure = (): void => {
    const room = this.#room();
    this.share = room === 0 ? 0 : Math.min(100, Math.round((100 * this.#size(this.#pane())) / room));
  };

  #pane(): Element | null | undefined {
    const pane = this.parentElement?.querySelector(this.of);
    return this.inner === undefined ? pane : pane?.shadowRoot?.querySelector(this.inner);
  }

  /** The size of what both sides are within, as far as the window can show it at once. */
  #room(): number {
    return Math.min(this.#size(this.parentElement), this.horizontal ? window.innerHeight : window.innerWidth);
  }

  #size(element: Element | null | undefined): number {
    const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return this.horizontal ? height : width;
  }

  #along(event: PointerEvent): number {
    return this.horizontal ? event.clientY : event.clientX;
  }
}
