import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { andTerm } from '../../src/core/query/editQuery.ts';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { RecordAspect, TargetStep } from '../../src/protocol/answers/record.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import { GridFocus } from '../base/gridFocus.ts';
import { furtherIcon } from '../base/furtherIcons.ts';
import { icon } from '../base/icons.ts';
import { QueryController } from '../base/queryController.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { callerPage } from '../drilldown/callerPage.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { aspectListStyles } from './aspectListStyles.ts';
import { aspectName, type Direction, neighbourText } from './aspectWords.ts';
import { NeighbourFinder } from './neighbourFinder.ts';
import { seenLine } from './seenLine.ts';

/** What the selected record has in common with others: operation, result, caller, targets, request. Each leads to the others. */
export class AspectList extends LitElement {
  static override properties = { context: { attribute: false }, aspects: { attribute: false }, selected: { attribute: false } };
  declare context: ViewContext;
  declare aspects: readonly RecordAspect[];
  /** The record that has them. */
  declare selected: RecordRef;

  readonly #finder = new NeighbourFinder(this);
  readonly #focus = new GridFocus(this);
  /** How often, and where first, operation, caller and targets occur in the whole log. */
  readonly #occurrences = new QueryController(this, 'occurrences');

  static override styles = [sharedStyles, aspectListStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('aspects')) {
      this.#finder.forget();
    }
    const filters = this.aspects.flatMap(({ kind, filter }) => (filter === null || !isCounted(kind) ? [] : filter));
    // While the log is being read, every count would be outdated when it is there.
    const { complete } = this.context.snapshot;
    this.#occurrences.want(this.context, complete && filters.length > 0 ? { filters } : undefined);
  }

  protected override updated(): void {
    if (this.#finder.none !== undefined) {
      this.renderRoot.querySelector('.none')?.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override render(): unknown {
    const title = l10n.t('Who, what and on what');
    return html`<h3>${title}</h3>
      <div role="grid" aria-label=${title} @focusin=${this.#focus.focused} @keydown=${this.#focus.key}>
        ${repeat(this.aspects, keyOf, (aspect) => this.#aspect(aspect))}
      </div>
      <div role="status">${this.#none()}</div>`;
  }

  #aspect(aspect: RecordAspect): TemplateResult {
    return html`<div class="aspect" role="row">
      <span class="name break" role="rowheader">${aspectName(aspect)}</span>
      <span class="break" role="gridcell">${this.#value(aspect)}</span>
      <span class="buttons" role="gridcell">
        ${aspect.filter === null ? nothing : html`${this.#button(aspect, 'previous')} ${this.#button(aspect, 'next')} ${this.#filter(aspect.filter)}`}
      </span>
      ${isCounted(aspect.kind) ? this.#seen(aspect) : nothing}
    </div>`;
  }

  #value(aspect: RecordAspect): unknown {
    switch (aspect.kind) {
      case 'operation':
        return html`<bdi>${visibleText(aspect.operation)}</bdi>`;
      case 'result':
        return html`${groupSymbol(aspect.group)} ${groupName(aspect.group)}`;
      case 'caller': {
        const { type, value } = aspect.caller;
        return html`<button
          class="link break"
          data-stop="value"
          title=${type ?? ''}
          @click=${() => this.context.link.intend({ kind: 'open', page: callerPage(aspect.caller) })}
        >
          <bdi>${visibleText(value)}</bdi>
        </button>`;
      }
      case 'target':
        return html`<span class="path">${aspect.path.map((_, index) => this.#step(aspect.path.slice(0, index + 1)))}</span>`;
      case 'request':
        return html`<bdi class="mono">${visibleText(aspect.request)}</bdi>`;
    }
  }

  /** Each step of a way to a target opens its own page. */
  #step(path: readonly TargetStep[]): TemplateResult {
    const step = path[path.length - 1]!;
    return html`${path.length > 1 ? html`<span class="muted"> › </span>` : nothing}<button
        class="link break"
        data-stop="value"
        title=${step.level}
        @click=${() => this.context.link.intend({ kind: 'open', page: { kind: 'target', path } })}
      >
        <bdi>${visibleText(step.name)}</bdi>
      </button>`;
  }

  /** What was counted for another record is shown again where it is about the same. */
  #seen({ filter }: RecordAspect): unknown {
    const known = this.#occurrences.answer?.values.find((one) => one.filter === filter);
    return filter === null ? nothing : seenLine(known, this.selected, this.context);
  }

  #button(aspect: RecordAspect, direction: Direction): TemplateResult {
    const name = neighbourText(aspect.kind, direction);
    return html`<button
      class="icon"
      data-stop=${direction}
      title=${name}
      aria-label=${name}
      @click=${() => void this.#finder.go(this.context, aspect, direction, false)}
    >
      ${furtherIcon(direction)}
    </button>`;
  }

  #filter(filter: string): TemplateResult {
    const { link, view } = this.context;
    const name = l10n.t('Filter: {0}', filter);
    return html`<button
      class="icon"
      data-stop="filter"
      title=${name}
      aria-label=${name}
      @click=${() => link.intend({ kind: 'filter', query: andTerm(view.state.query, filter) })}
    >
      ${icon('filter')}
    </button>`;
  }

  #none(): unknown {
    const { none } = this.#finder;
    if (none === undefined) {
      return nothing;
    }
    const { aspect, direction, isWhole, problem } = none;
    const name = neighbourText(aspect.kind, direction);
    if (problem !== undefined || isWhole) {
      return html`<p class="none">${problem ?? l10n.t('{0}: the log has none.', name)}</p>`;
    }
    return html`<p class="none">
      ${l10n.t('{0}: the filter finds none.', name)}
      <button class="link" @click=${() => void this.#finder.go(this.context, aspect, direction, true)}>
        ${l10n.t('Look in the whole log')}
      </button>
    </p>`;
  }
}

/** Results are counted by the legend, requests where their records are listed. */
function isCounted(kind: RecordAspect['kind']): boolean {
  return kind === 'operation' || kind === 'caller' || kind === 'target';
}

/** What stays in its place from one record to the next keeps the keyboard. */
function keyOf({ kind }: RecordAspect, index: number): string {
  return kind === 'target' ? `${kind} ${index}` : kind;
}
