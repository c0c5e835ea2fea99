import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { withoutValues } from '../../src/core/query/excludeValues.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { Facets } from '../../src/protocol/answers/facets.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewState } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import { furtherIcon } from '../base/furtherIcons.ts';
import { icon } from '../base/icons.ts';
import { named } from '../base/named.ts';
import { QueryController } from '../base/queryController.ts';
import { SearchController, together } from '../base/searchController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { countBarStyles } from '../drilldown/countBar.ts';
import { isNarrowed, scopeText } from '../drilldown/scope.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { facetStyles } from './facetStyles.ts';
import { valueLine } from './valueLine.ts';
import { valueLineStyles } from './valueLineStyles.ts';
import { valueMarkStyles } from './valueMarks.ts';

const firstLimit = 10;
/** As many as the engine gives. */
const maxLimit = 10_000;

/** The values of one field with their counts, each to filter by. Reads the field from the records first. */
export class FieldFacet extends LitElement {
  static override properties = {
    context: { attribute: false },
    field: {},
    label: {},
    order: { attribute: false },
    hasScope: { attribute: false },
    limit: { state: true },
    isSearched: { state: true },
    sought: { state: true },
  };
  declare context: ViewContext;
  declare field: string;
  /** What people call it. */
  declare label: string;
  declare order: Order;
  declare protected limit: number;
  declare protected isSearched: boolean;
  /** Text that values have to contain. */
  declare protected sought: string;
  /** Whether the head says which records are counted. */
  declare hasScope: boolean;
  /** Undefined for a field that the format suggests, which cannot be removed. */
  onRemove: (() => void) | undefined = undefined;
  onOrder: (order: Order) => void = () => undefined;

  readonly #reading = new SearchController(this, 'readField');
  readonly #values = new QueryController(this, 'facets');

  constructor() {
    super();
    this.field = '';
    this.label = '';
    this.hasScope = false;
    this.order = 'file';
    this.limit = firstLimit;
    this.isSearched = false;
    this.sought = '';
  }

  static override styles = [sharedStyles, countBarStyles, facetStyles, valueLineStyles, valueMarkStyles];

  protected override willUpdate(): void {
    const { context, field, limit } = this;
    this.#reading.want(context.link, { field }, context.snapshot);
    const others = pageQuery(this.#others());
    const search = together(context.search, this.#reading.search);
    // What is first and what is rare would change all the time while the log is being read.
    const isDated = context.snapshot.complete;
    const containing = this.isSearched ? { containing: this.sought } : {};
    this.#values.want({ ...context, search }, { query: others, field, limit, ...containing, ...(isDated && { isDated }) });
  }

  /** Values that are not chosen, or left out, have counts too: what the filter says of this field is left aside. */
  #others(): ViewState {
    const { state } = this.context.view;
    return { ...state, query: withoutValues(state.query, this.field) };
  }

  protected override render(): unknown {
    const { answer, asked, problem } = this.#values;
    return html`<section aria-label=${this.label}>
      <div class="head">
        <h2 class="break" title=${this.field}>
          ${this.label} ${this.hasScope ? html`<span class="muted scope">· ${scopeText(isNarrowed(this.#others()))}</span>` : nothing}
        </h2>
        ${this.#searching()} ${this.#sorting()}
        ${
          this.onRemove === undefined
            ? nothing
            : html`<button class="icon" title=${l10n.t('Remove')} aria-label=${l10n.t('Remove {0}', this.label)} @click=${this.onRemove}>
                ${icon('clear')}
              </button>`
        }
      </div>
      ${this.isSearched ? this.#searchBox() : nothing}
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${answer === undefined ? html`<p class="muted">…</p>` : this.#counted(answer, asked?.query !== '')}
      <span id="keys" class="hidden-visually">${l10n.t('F shows only this value, Shift+F leaves it out')}</span>
    </section>`;
  }

  #searching(): unknown {
    const name = l10n.t('Search values of {0}', this.label);
    return html`<button
      class="icon"
      title=${l10n.t('Search values')}
      aria-label=${name}
      aria-expanded=${this.isSearched}
      @click=${() => this.#search(!this.isSearched)}
    >
      ${furtherIcon('search')}
    </button>`;
  }

  #searchBox(): unknown {
    return html`<al-text-field
      ${named(l10n.t('Values of {0} that contain', this.label))}
      type="search"
      placeholder=${l10n.t('Search values')}
      maxlength="200"
      .value=${this.sought}
      @input=${(event: Event) => (this.sought = (event.currentTarget as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          this.#search(false);
        }
      }}
    ></al-text-field>`;
  }

  /** Opens the box for a text that values have to contain, or closes it: then all of them are shown again. */
  #search(isSearched: boolean): void {
    this.isSearched = isSearched;
    this.sought = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(isSearched ? 'al-text-field' : '.head .icon')?.focus());
  }

  #sorting(): unknown {
    const current = typeof this.order === 'object' && this.order.field === this.field ? this.order : undefined;
    const next: Order =
      current === undefined ? { field: this.field, descending: false } : current.descending ? 'file' : { ...current, descending: true };
    const name = l10n.t('Sort records by {0}', this.label);
    return html`<button
      class="icon"
      title=${typeof next === 'string' ? l10n.t('Order of the file') : name}
      aria-label=${name}
      aria-pressed=${current !== undefined}
      @click=${() => this.onOrder(next)}
    >
      ${current === undefined ? '↕' : current.descending ? '▾' : '▴'}
    </button>`;
  }

  #counted({ values, distinct, uncounted, searching }: Facets, isFiltered: boolean): unknown {
    const { settings } = this.context;
    const number = (count: number): string => numberText(count, settings);
    const most = values.reduce((largest, { count }) => Math.max(largest, count), 0);
    return html`${searching === undefined ? nothing : this.#progress(searching.total - searching.left, searching.total)}
      <ul>
        ${values.map((value) => valueLine(this.context, this.field, value, { most, isFiltered }))}
      </ul>
      ${
        distinct <= values.length
          ? nothing
          : html`<p class="muted">
              ${l10n.t('{0} of {1} values', number(values.length), number(distinct))}
              ${
                this.limit >= maxLimit
                  ? nothing
                  : html`<button class="link" @click=${() => (this.limit = Math.min(maxLimit, this.limit * 10))}>
                      ${l10n.t('Show more')}
                    </button>`
              }
            </p>`
      }
      ${uncounted === undefined ? nothing : html`<p class="muted">${l10n.t('{0} records have further values', number(uncounted))}</p>`}`;
  }

  #progress(read: number, total: number): unknown {
    const { settings } = this.context;
    const isStopped = this.#reading.search.state === 'stopped';
    return html`<p class="muted" role="status">
        ${l10n.t('{0} of {1} records read', numberText(read, settings), numberText(total, settings))}
      </p>
      ${
        this.#reading.search.state === 'done'
          ? nothing
          : html`<button class="link" @click=${() => (isStopped ? this.#reading.resume() : this.#reading.stop())}>
              ${isStopped ? l10n.t('Continue') : l10n.t('Stop')}
            </button>`
      }`;
  }
}
