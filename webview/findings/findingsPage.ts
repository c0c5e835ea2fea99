import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { Severity } from '../../src/protocol/answers/answer.ts';
import type { FindingCodes } from '../../src/protocol/answers/findings.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { severityCount, severitySymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { ListWindow } from '../records/listWindow.ts';
import { severities } from '../records/recordRow.ts';
import { rowAfterKey, scrollHeight } from '../records/virtualRows.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { type FindingKey, FindingLayout } from './findingLayout.ts';
import { FindingPages, type WantedFindings } from './findingPages.ts';
import { type FindingActs, findingRowView, opened } from './findingRowView.ts';
import { findingRowHeight, findingRowStyles } from './findingRowStyles.ts';
import { findingsPageStyles } from './findingsPageStyles.ts';

/** Where the user was when the page was left: it begins there when it is opened again. */
interface Left {
  readonly toggled: ReadonlyMap<string, boolean>;
  readonly active: FindingKey | undefined;
}

let left: Left = { toggled: new Map(), active: undefined };

/** What is wrong or worth knowing, by codes that open and close. Any number of findings: only those in sight are there. */
export class FindingsPage extends LitElement {
  static override properties = { context: { attribute: false }, toggled: { state: true }, active: { state: true } };
  declare context: ViewContext;
  /** Codes that the user has opened or closed. */
  declare protected toggled: ReadonlyMap<string, boolean>;
  declare protected active: FindingKey | undefined;

  readonly #codes = new QueryController(this, 'findingCodes');
  readonly #pages = new FindingPages(this);
  readonly #window = new ListWindow(() => this.requestUpdate(), { wide: findingRowHeight, narrow: findingRowHeight });
  readonly #resize = new ResizeObserver(([entry]) => entry && this.#window.measure(entry.contentRect, 0, this.#position));
  #layout = new FindingLayout([], new Map());
  #observed: Element | undefined;
  /** Whether the current row is to be brought into view once the rows are known. */
  #isToCentre = true;

  constructor() {
    super();
    ({ toggled: this.toggled, active: this.active } = left);
  }

  static override styles = [sharedStyles, findingRowStyles, findingsPageStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#observed = undefined;
  }

  /** Moves the keyboard to the findings. */
  override focus(): void {
    void this.updateComplete.then(() => this.#grid()?.focus());
  }

  /** Goes to the next finding or the one before; opens its code where that is closed. */
  go(direction: 'next' | 'previous'): void {
    const key = this.#layout.next(this.#position, direction);
    if (key !== undefined) {
      this.toggled = new Map([...this.toggled, [key.code, true]]);
      this.#moveTo(key);
      this.focus();
    }
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const query = pageQuery(this.context.view.state);
    this.#codes.want(this.context, { query });
    const shown = this.#codes.answer?.codes.filter(({ severity }) => this.#severity === undefined || severity === this.#severity) ?? [];
    this.#layout = new FindingLayout(shown, this.toggled);
    this.#window.rows = this.#layout.rows;
    if (this.#isToCentre && this.#window.list.viewport > 0 && this.#layout.rows > 0) {
      this.#isToCentre = false;
      this.#window.centre(this.#position ?? 0);
    }
    this.#pages.want(this.context, query, this.#wanted());
    this.#window.settle(() => true, undefined);
    left = { toggled: this.toggled, active: this.active };
  }

  protected override render(): unknown {
    const { answer } = this.#codes;
    const problem = this.#codes.problem ?? this.#pages.problem;
    return html`
      <div class="top">
        <h2 class="title">${l10n.t('Findings')}</h2>
        ${answer === undefined ? nothing : this.#filters(answer)}
      </div>
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${answer === undefined ? (problem === undefined ? html`<p class="note muted">${l10n.t('Looking for findings…')}</p>` : nothing) : this.#found(answer)}
    `;
  }

  protected override updated(): void {
    const grid = this.#grid();
    if (grid !== this.#observed) {
      this.#resize.disconnect();
      this.#observed = grid ?? undefined;
      if (grid !== null) {
        this.#resize.observe(grid);
      }
    }
    if (grid !== null) {
      this.#window.scroll(grid);
    }
  }

  get #severity(): Severity | undefined {
    const { page } = this.context.view.state;
    return page.kind === 'findings' ? page.severity : undefined;
  }

  get #position(): number | undefined {
    return this.active && this.#layout.positionOf(this.active);
  }

  #grid(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.grid');
  }

  #wanted(): readonly WantedFindings[] {
    const { first, end } = this.#window.wanted;
    const wanted = new Map<string, WantedFindings>();
    for (let position = first; position < end; position++) {
      const place = this.#layout.at(position);
      if (place?.kind === 'finding') {
        const { code } = place.group;
        wanted.set(code, { code, first: wanted.get(code)?.first ?? place.number, end: place.number + 1 });
      }
    }
    return [...wanted.values()];
  }

  #filters({ counts }: FindingCodes): unknown {
    const { settings } = this.context;
    return html`<div class="filters" role="group" aria-label=${l10n.t('Severity')}>
      ${severities.map(
        (severity) =>
          html`<button
            aria-pressed=${this.#severity === severity}
            @click=${() => this.#show(this.#severity === severity ? undefined : severity)}
          >
            ${severitySymbol(severity)} ${severityCount(severity, counts[severity], settings)}
          </button>`,
      )}
    </div>`;
  }

  #found({ total, codes }: FindingCodes): unknown {
    const { settings } = this.context;
    const { list, form, inView } = this.#window;
    const shown = codes.filter(({ severity }) => this.#severity === undefined || severity === this.#severity);
    const count = shown.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) {
      return html`<p class="note">${l10n.t('Nothing to report in these records.')}</p>`;
    }
    const active = this.#position;
    return html`
      <div
        class="grid ${form}"
        role="treegrid"
        tabindex="0"
        aria-label=${l10n.t('Findings')}
        aria-rowcount=${this.#layout.rows}
        aria-activedescendant=${active !== undefined && active >= inView.first && active < inView.end ? `finding-${active}` : nothing}
        @keydown=${this.#key}
        @scroll=${this.#window.scrolled}
        @wheel=${this.#window.wheel}
      >
        <div class="tall" role="presentation" .style=${`height:${scrollHeight(list)}px`}>
          <div class="rows" role="rowgroup" .style=${`height:${Math.min(list.viewport, scrollHeight(list))}px`}>
            <div role="presentation" .style=${`transform:translateY(${-inView.shift}px)`}>
              ${Array.from({ length: inView.end - inView.first }, (_, offset) => this.#row(inView.first + offset))}
            </div>
          </div>
        </div>
      </div>
      <span class="hidden-visually" role="status">
        ${l10n.t('{0} of {1} findings', numberText(count, settings), numberText(total, settings))}
      </span>
    `;
  }

  #row(position: number): unknown {
    const place = this.#layout.at(position);
    if (place === undefined) {
      return nothing;
    }
    const row = place.kind === 'finding' ? this.#pages.row(place.group.code, place.number) : undefined;
    return findingRowView({ position, place, row, isActive: position === this.#position, context: this.context }, this.#acts);
  }

  readonly #acts: FindingActs = {
    choose: (position) => this.#choose(position),
    toggle: (code) => this.#toggle(code),
    showRecords: (code) => {
      const { link, view } = this.context;
      link.intend({ kind: 'open', page: { kind: 'records' }, query: andTerm(view.state.query, literalTerm('finding', code)) });
    },
    openDocumentation: (code) => this.context.link.intend({ kind: 'documentation', code }),
    showRecord: (ref) => {
      const { link } = this.context;
      link.intend({ kind: 'open', page: { kind: 'records' } });
      link.intend({ kind: 'select', ref });
      this.dispatchEvent(new CustomEvent('open-detail', { bubbles: true, composed: true }));
    },
    openSource: ({ ref }) => this.context.link.intend({ kind: 'openSource', at: { finding: ref } }),
  };

  /** Shows the findings of one severity, or all. */
  #show(severity: Severity | undefined): void {
    this.context.link.intend({ kind: 'open', page: { kind: 'findings', ...(severity && { severity }) } });
  }

  #toggle(code: string, isOpen?: boolean): void {
    const position = this.#layout.positionOf({ code, number: undefined });
    const place = position === undefined ? undefined : this.#layout.at(position);
    if (place?.kind === 'code') {
      this.toggled = new Map([...this.toggled, [code, isOpen ?? !place.isOpen]]);
      this.active = { code, number: undefined };
    }
  }

  #choose(position: number): void {
    const place = this.#layout.at(position);
    if (place !== undefined) {
      this.active = { code: place.group.code, number: place.kind === 'finding' ? place.number : undefined };
    }
  }

  /** Makes a row the current one, in a layout that may be about to change. */
  #moveTo(key: FindingKey): void {
    this.active = key;
    void this.updateComplete.then(() => {
      const position = this.#position;
      if (position !== undefined) {
        this.#window.show(position);
      }
    });
  }

  readonly #key = (event: KeyboardEvent): void => {
    // Keys on the buttons of a row are theirs, but for those that lead to other findings.
    const isOwn = event.target === event.currentTarget;
    if (event.altKey || event.ctrlKey || event.metaKey || (!isOwn && event.key !== 'F8')) {
      return;
    }
    if (this.#act(event)) {
      event.preventDefault();
    }
  };

  /** Whether the key does something here. */
  #act({ key, shiftKey }: KeyboardEvent): boolean {
    const position = this.#position;
    const place = position === undefined ? undefined : this.#layout.at(position);
    switch (key) {
      case 'F8':
        this.go(shiftKey ? 'previous' : 'next');
        return true;
      case 'Enter':
        if (place !== undefined) {
          opened({ place, row: place.kind === 'finding' ? this.#pages.row(place.group.code, place.number) : undefined }, this.#acts);
        }
        return place !== undefined;
      case ' ':
      case 'ArrowLeft':
      case 'ArrowRight':
        return place !== undefined && this.#turn(key, place);
      default:
        return this.#move(key, position);
    }
  }

  /** Opens or closes a code, or goes from a finding to its code and back. */
  #turn(key: ' ' | 'ArrowLeft' | 'ArrowRight', place: NonNullable<ReturnType<FindingLayout['at']>>): boolean {
    const { code } = place.group;
    if (place.kind === 'finding') {
      if (key === 'ArrowLeft') {
        this.#moveTo({ code, number: undefined });
      }
      return key === 'ArrowLeft';
    }
    if (key === 'ArrowRight' && place.isOpen) {
      this.#moveTo({ code, number: 0 });
    } else {
      this.#toggle(code, key === ' ' ? undefined : key === 'ArrowRight');
    }
    return true;
  }

  #move(key: string, position: number | undefined): boolean {
    const { list, wanted } = this.#window;
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    const to = position === undefined && isArrow ? wanted.first : rowAfterKey(list, position ?? wanted.first, key);
    if (to === undefined || list.rows === 0) {
      return false;
    }
    this.#choose(to);
    this.#window.show(to);
    return true;
  }
}
