import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { Span } from '../../src/core/query/ast.ts';
import { themeReader, watchTheme } from '../theme/themeReader.ts';
import { offered, whenOffered } from './offeredChoices.ts';

/**
 * The layer beneath the filter's input, which shows the same text in the same place in colours, while the input's own is transparent.
 * There is none until the parts that are loaded on demand have come, nor while an input method composes text: how far that is, is
 * seen in the input alone.
 */
export class TextLayer implements ReactiveController {
  readonly #host: LitElement;
  readonly #style = new CSSStyleSheet();
  #wrong: Span | undefined;
  #isComposing = false;
  #unwatch: () => void = () => undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    void whenOffered.then(() => this.#colour());
  }

  hostConnected(): void {
    this.#unwatch = watchTheme(() => this.#colour());
  }

  hostDisconnected(): void {
    this.#unwatch();
  }

  hostUpdated(): void {
    const line = this.#host.renderRoot.querySelector('.line');
    if (line?.firstChild instanceof Text) {
      offered.highlightText?.(line.firstChild, this.#wrong);
    }
    this.follow();
  }

  get isShown(): boolean {
    return offered.highlightText !== undefined && !this.#isComposing;
  }

  /** @param wrong Where the text is wrong. */
  render(text: string, wrong: Span | undefined): unknown {
    this.#wrong = wrong;
    // A mistake beyond the end is marked on a blank.
    return this.isShown ? html`<div class="layer" aria-hidden="true"><div class="line" .textContent=${`${text} `}></div></div>` : nothing;
  }

  readonly compose = ({ type }: Event): void => {
    this.#isComposing = type === 'compositionstart';
    this.#host.requestUpdate();
  };

  /** Shows the stretch of the text that the input shows. */
  readonly follow = (): void => {
    const line = this.#host.renderRoot.querySelector<HTMLElement>('.line');
    const input = this.#host.renderRoot.querySelector('input');
    if (line !== null && input !== null) {
      line.style.translate = `${-input.scrollLeft}px`;
    }
  };

  #colour(): void {
    this.#style.replaceSync(offered.tokenStyle(themeReader()));
    const root = this.#host.renderRoot;
    if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(this.#style)) {
      root.adoptedStyleSheets.push(this.#style);
    }
    this.#host.requestUpdate();
  }
}
