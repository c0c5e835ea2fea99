import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import type { FieldDescription, FieldGroup } from '../../src/protocol/describe.ts';
import { andTerm, demandsOf } from '../../src/core/query/editQuery.ts';
import { fieldName } from '../../src/core/query/fields.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { GridFocus } from '../base/gridFocus.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { fieldListStyles } from './fieldListStyles.ts';
import { fieldTip } from './fieldTip.ts';
import { floatingTipStyles, showTip } from './floatingTip.ts';

/** Values longer than this scroll in a box of their own. */
const longText = 500;

/**
 * Fields of a record in groups: name, value, what it means, and a filter for the value. The documentation of a field opens
 * beside its name on hover and on focus, stays while the pointer is on it, and closes with Escape. All groups together are one
 * tab stop, but for long values.
 */
export class FieldList extends LitElement {
  static override properties = {
    context: { attribute: false },
    fields: { attribute: false },
    shown: { state: true },
    areEmptyShown: { state: true },
  };
  declare context: ViewContext;
  declare fields: readonly FieldDescription[];
  /** Key of the field whose documentation is open. */
  declare protected shown: string | undefined;
  declare protected areEmptyShown: boolean;

  readonly #focus = new GridFocus(this);

  constructor() {
    super();
    this.fields = [];
    this.areEmptyShown = false;
  }

  static override styles = [sharedStyles, fieldListStyles, floatingTipStyles];

  protected override render(): unknown {
    const reported = this.fields.filter((field) => field.source !== 'null');
    const empty = this.fields.filter((field) => field.source === 'null');
    return html`
      ${groupOrder.map((group) =>
        this.#group(
          groupTitle(group),
          reported.filter((field) => field.group === group),
        ),
      )}
      ${
        empty.length === 0
          ? nothing
          : html`<button class="link more" aria-expanded=${this.areEmptyShown} @click=${() => (this.areEmptyShown = !this.areEmptyShown)}>
                ${emptyText(this.areEmptyShown, empty.length)}
              </button>
              ${this.areEmptyShown ? this.#grid(l10n.t('Fields that are null'), empty) : nothing}`
      }
    `;
  }

  /** What has just been drawn is not shown before it is placed in the top layer. */
  protected override updated(): void {
    const tip = this.renderRoot.querySelector<HTMLElement>('.doc');
    if (tip !== null) {
      showTip(tip, tip.previousElementSibling!.getBoundingClientRect());
    }
  }

  #group(title: string, fields: readonly FieldDescription[]): unknown {
    return fields.length === 0
      ? nothing
      : html`<h3>${title}</h3>
          ${this.#grid(title, fields)}`;
  }

  #grid(title: string, fields: readonly FieldDescription[]): unknown {
    return html`<div role="grid" aria-label=${title} @focusin=${this.#focus.focused} @keydown=${this.#focus.key}>
      ${fields.map((field) => this.#field(field))}
    </div>`;
  }

  #field(field: FieldDescription): unknown {
    const key = keyOf(field);
    const isShown = this.shown === key;
    const id = `doc-${this.fields.indexOf(field)}`;
    const isLong = field.text.length > longText;
    return html`<div
      class="field"
      role="row"
      data-menu=${field.filter === null ? nothing : menuPlace({ auditLogPlace: 'field', fieldFilter: field.filter, ...namedIn(field.filter) })}
      @pointerleave=${() => this.#hide(field)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, field)}
    >
      <span role="rowheader">
        <button
          class="name"
          data-stop="name"
          aria-describedby=${isShown ? id : nothing}
          @pointerenter=${() => (this.shown = key)}
          @focus=${() => (this.shown = key)}
          @blur=${() => this.#hide(field)}
          @click=${() => (this.shown = key)}
        >
          ${field.name}${field.inferred ? html`<span class="muted" title=${l10n.t('inferred')}> *</span>` : nothing}
        </button>
        ${isShown ? this.#documentation(field, id) : nothing}
      </span>
      <span
        role="gridcell"
        data-stop="value"
        data-scrolls=${isLong ? '' : nothing}
        class="value ${isPlain(field) ? '' : 'mono'} ${isLong ? 'long' : ''}"
        title=${l10n.t(field.title)}
        >${field.text}${field.sourceLength > field.source.length ? '…' : ''}</span
      >
      <span role="gridcell">${field.filter === null ? nothing : this.#filterButton(field.filter)}</span>
    </div>`;
  }

  #filterButton(filter: string): unknown {
    const name = l10n.t('Filter: {0}', filter);
    return html`<button class="icon" data-stop="filter" title=${name} aria-label=${name} @click=${() => this.#filter(filter)}>
      ${icon('filter')}
    </button>`;
  }

  /** In the top layer, so that no scrolling ancestor cuts it off. */
  #documentation(field: FieldDescription, id: string): unknown {
    return html`<div id=${id} class="doc" role="tooltip" popover="manual">${fieldTip(field)}</div>`;
  }

  #hide(field: FieldDescription): void {
    if (this.shown === keyOf(field)) {
      this.shown = undefined;
    }
  }

  #key(event: KeyboardEvent, field: FieldDescription): void {
    if (event.key === 'Escape' && this.shown === keyOf(field)) {
      event.stopPropagation();
      this.shown = undefined;
    }
    const { dataset } = event.composedPath()[0] as HTMLElement;
    if (event.key === 'Enter' && field.filter !== null && dataset['stop'] !== 'filter') {
      event.preventDefault();
      this.#filter(field.filter);
    }
  }

  #filter(term: string): void {
    this.context.link.intend({ kind: 'filter', query: andTerm(this.context.view.state.query, term) });
  }
}

/** The field that a term is about. */
function namedIn(filter: string): { readonly field?: string } {
  const [term] = demandsOf(filter);
  return term?.kind === 'field' ? { field: fieldName(term.field) } : {};
}

/** Fields in JSON text share the pointer of the string. */
function keyOf({ pointer, name }: FieldDescription): string {
  return `${pointer} ${name}`;
}

/** Words are set in the font of the page, codes in that of the editor. */
function isPlain(field: FieldDescription): boolean {
  return /^[A-Za-z][A-Za-z .,]*$/.test(field.text);
}

const groupOrder: readonly FieldGroup[] = ['operation', 'caller', 'target', 'sequence', 'schema', 'cloud', 'other'];

function groupTitle(group: FieldGroup): string {
  switch (group) {
    case 'operation':
      return l10n.t('Operation');
    case 'caller':
      return l10n.t('Caller');
    case 'target':
      return l10n.t('Target');
    case 'sequence':
      return l10n.t('Sequence');
    case 'schema':
      return l10n.t('Schema');
    case 'cloud':
      return l10n.t('Cloud');
    case 'other':
      return l10n.t('Other');
  }
}

function emptyText(areShown: boolean, count: number): string {
  if (count === 1) {
    return areShown ? l10n.t('Hide the field that is null') : l10n.t('Show the field that is null');
  }
  return areShown ? l10n.t('Hide the {0} fields that are null', count) : l10n.t('Show the {0} fields that are null', count);
}
