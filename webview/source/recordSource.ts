import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { RecordDetail } from '../../src/protocol/answers/record.ts';
import { bytesText, numberText } from '../base/format.ts';
import { furtherIcon } from '../base/furtherIcons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { floatingTipStyles } from '../detail/floatingTip.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { copiedSource } from './copiedSource.ts';
import { markedLines } from './markedPieces.ts';
import { allFolds, lineAt, shownSource, type ShownSource } from './shownSource.ts';
import { keepSourceColours } from './sourceColours.ts';
import { SourceHover } from './sourceHover.ts';
import { sourceLines } from './sourceLine.ts';
import { sourceStyles } from './sourceStyles.ts';
import { findingText } from './sourceTip.ts';

/** So many lines are in the page at once. */
const pageLines = 1000;

/**
 * The source of a record, laid out and in colours. Findings are underlined at their exact place: F8 and Shift+F8 lead from one to the
 * next. JSON text in strings unfolds in place, and stays so in the records that are selected next. What is copied is the log's own text.
 */
export class RecordSource extends LitElement {
  static override properties = {
    context: { attribute: false },
    detail: { attribute: false },
    unfolded: { state: true },
    firstLine: { state: true },
    current: { state: true },
  };
  declare context: ViewContext;
  declare detail: RecordDetail;
  /** Names of the strings whose JSON text is unfolded. */
  declare protected unfolded: ReadonlySet<string>;
  declare protected firstLine: number;
  /** Place in the order of the marked findings; -1 before any was gone to. */
  declare protected current: number;

  #shown: ShownSource = { lines: [], stretches: [], folds: [], found: [] };
  #dropColours = (): void => undefined;
  readonly #hover = new SourceHover(this);

  constructor() {
    super();
    this.unfolded = new Set();
    this.firstLine = 0;
    this.current = -1;
  }

  static override styles = [sharedStyles, sourceStyles, floatingTipStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dropColours = keepSourceColours(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dropColours();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('detail') as RecordDetail | undefined;
    if (changed.has('detail') && before?.text !== this.detail.text) {
      this.firstLine = 0;
      this.current = -1;
      this.#hover.hide();
    }
    if (changed.has('detail') || changed.has('unfolded')) {
      this.#shown = shownSource(this.detail, this.unfolded);
    }
  }

  protected override render(): unknown {
    const { findings, fields } = this.detail;
    const { lines, stretches, found } = this.#shown;
    const last = Math.min(lines.length, this.firstLine + pageLines);
    const page = markedLines(lines.slice(this.firstLine, last), stretches);
    const described = new Set(page.flatMap(({ pieces }) => pieces.flatMap(({ marks }) => marks)));
    return html`<div class="head">${found.length === 0 ? nothing : this.#findings(found.length)} ${this.#folds()}</div>
      <div
        class="source mono"
        role="group"
        aria-label=${l10n.t('Source of the record')}
        tabindex="0"
        @keydown=${this.#key}
        @copy=${this.#copy}
        @focusin=${this.#hover.focused}
        @focusout=${this.#hover.hide}
        @pointermove=${this.#hover.moved}
        @pointerleave=${this.#hover.left}
        @scroll=${this.#hover.scrolled}
      >
        ${sourceLines(page, { findings, toggle: this.#toggle })}
      </div>
      ${[...described].map((index) => html`<div id="finding-${index}" hidden>${findingText(findings[index]!)}</div>`)}
      ${this.#hover.tip(findings, fields)} ${lines.length > pageLines ? this.#pages(last) : nothing}
      ${this.detail.cut ? this.#cutNote() : nothing}`;
  }

  #findings(count: number): unknown {
    const { settings } = this.context;
    const total = numberText(count, settings);
    const button = (step: 1 | -1, name: string, keys: string) =>
      html`<button class="icon" title="${name} (${keys})" aria-label=${name} aria-keyshortcuts=${keys} @click=${() => this.#goTo(step)}>
        ${furtherIcon(step === 1 ? 'down' : 'up')}
      </button>`;
    return html`<span class="findings" role="group" aria-label=${l10n.t('Findings in the source')}>
      <span class="muted">
        ${
          this.current === -1
            ? count === 1
              ? l10n.t('1 finding')
              : l10n.t('{0} findings', total)
            : l10n.t('finding {0} of {1}', numberText(this.current + 1, settings), total)
        }
      </span>
      ${button(-1, l10n.t('Previous finding'), 'Shift+F8')}${button(1, l10n.t('Next finding'), 'F8')}
    </span>`;
  }

  #folds(): unknown {
    const { folds } = this.#shown;
    if (folds.length === 0) {
      return nothing;
    }
    const areFolded = folds.some((name) => !this.unfolded.has(name));
    return html`<button class="link" @click=${() => (this.unfolded = new Set(areFolded ? allFolds(this.detail.text) : []))}>
      ${areFolded ? l10n.t('Unfold all JSON text') : l10n.t('Fold all JSON text')}
    </button>`;
  }

  #pages(last: number): unknown {
    const { settings } = this.context;
    const page = (to: number, name: string) =>
      html`<button class="link" ?disabled=${to < 0 || to >= this.#shown.lines.length} @click=${() => this.#showFrom(to)}>${name}</button>`;
    const [from, to, all] = [this.firstLine + 1, last, this.#shown.lines.length].map((line) => numberText(line, settings));
    return html`<p class="note muted">
      ${l10n.t('lines {0} to {1} of {2}', from!, to!, all!)} ${page(this.firstLine - pageLines, l10n.t('Previous lines'))}
      ${page(this.firstLine + pageLines, l10n.t('Next lines'))}
    </p>`;
  }

  #cutNote(): unknown {
    const { row, shownUnits, byteLength } = this.detail;
    const { settings, link } = this.context;
    return html`<p class="note muted">
      ${l10n.t('shown {0} characters of a record of {1}', numberText(shownUnits, settings), bytesText(byteLength, settings))}
      <button class="link" @click=${() => link.intend({ kind: 'openSource', at: { record: row.ref } })}>${l10n.t('Go to source')}</button>
    </p>`;
  }

  #showFrom(line: number): void {
    this.firstLine = line;
    this.#hover.hide();
    void this.updateComplete.then(() => this.#box.scrollTo({ top: 0 }));
  }

  get #box(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.source')!;
  }

  readonly #toggle = (name: string): void => {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(name)) {
      unfolded.add(name);
    }
    this.#hover.hide();
    this.unfolded = unfolded;
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'F8' && this.#shown.found.length > 0) {
      event.preventDefault();
      this.#goTo(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && this.#hover.isShown) {
      // The detail stays: this was for the tip.
      event.preventDefault();
      event.stopPropagation();
      this.#hover.hide();
    }
  };

  /** Moves the keyboard to the next or previous finding, round and round. */
  #goTo(step: 1 | -1): void {
    const { lines, stretches, found } = this.#shown;
    const count = found.length;
    this.current = this.current === -1 && step === -1 ? count - 1 : (this.current + step + count) % count;
    const finding = found[this.current]!;
    const line = lineAt(lines, stretches[finding]!.start);
    this.firstLine = Math.floor(line / pageLines) * pageLines;
    void this.updateComplete.then(() => {
      const mark = this.renderRoot.querySelector<HTMLElement>(`mark[data-begins~="${finding}"]`);
      if (mark !== null) {
        mark.focus();
        // It may have had the focus already.
        this.#hover.showAt(mark);
      }
    });
  }

  readonly #copy = (event: ClipboardEvent): void => {
    const range = selectedRange(this.renderRoot);
    const copied = range && copiedSource(range, [...this.#box.querySelectorAll('.run')], this.detail.text);
    if (copied !== undefined && event.clipboardData !== null) {
      event.preventDefault();
      event.clipboardData.setData('text/plain', copied);
    }
  };
}

/** Chromium reveals a selection within a shadow root only there. */
function selectedRange(root: HTMLElement | DocumentFragment): Range | undefined {
  const selection = 'getSelection' in root ? (root as DocumentFragment & Pick<Document, 'getSelection'>).getSelection() : null;
  return selection === null || selection.rangeCount === 0 || selection.isCollapsed ? undefined : selection.getRangeAt(0);
}
