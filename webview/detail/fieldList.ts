import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FieldDescription, FieldGroup } from '../../src/protocol/describe.ts';
import { andTerm, demandsOf } from '../../src/core/query/editQuery.ts';
import { fieldName } from '../../src/core/query/fields.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { GridFocus } from '../base/gridFocus.ts';
import { hitStyles } from '../base/hitMarks.ts';
import { soughtIn, withHits } from '../base/hits.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { fieldListStyles } from './fieldListStyles.ts';
import { fieldTip } from './fieldTip.ts';
import { floatingTipStyles, showTipBeside } from './floatingTip.ts';

/** Values longer than this scroll in a box of their own. */
const longText = 500;

/**
 * Fields of a record in groups that open and close: name, value, what it means, and a filter for the value. The documentation of a
 * field opens beside its name on hover and on focus, stays while the pointer is on it, and closes with Escape. All of it is one tree
 * grid, and one tab stop but for long values.
 */
export class FieldList extends LitElement {
  static override properties = {
    context: { attribute: false },
    fields: { attribute: false },
    shown: { state: true },
    closed: { state: true },
    areEmptyShown: { state: true },
  };
  declare context: ViewContext;
  declare fields: readonly FieldDescription[];
  /** Key of the field whose documentation is open. */
  declare protected shown: string | undefined;
  declare protected closed: ReadonlySet<FieldGroup>;
  declare protected areEmptyShown: boolean;

  readonly #focus = new GridFocus(this);

  constructor() {
    super();
    this.fields = [];
    this.closed = new Set();
    this.areEmptyShown = false;
  }

  static override styles = [sharedStyles, hitStyles, fieldListStyles, floatingTipStyles];

  protected override render(): unknown {
    const reported = this.fields.filter((field) => field.source !== 'null');
    const empty = this.fields.filter((field) => field.source === 'null');
    return html`<div role="treegrid" aria-label=${l10n.t('Fields')} @focusin=${this.#focus.focused} @keydown=${this.#focus.key}>
      ${groupOrder.map((group) =>
        this.#group(
          group,
          reported.filter((field) => field.group === group),
        ),
      )}
      ${empty.length === 0 ? nothing : this.#emptyFields(empty)}
    </div>`;
  }

  /** What has just been drawn is not shown before it is placed in the top layer. */
  protected override updated(): void {
    const tip = this.renderRoot.querySelector<HTMLElement>('.doc');
    if (tip !== null) {
      showTipBeside(tip, tip.previousElementSibling!.getBoundingClientRect(), this.getBoundingClientRect());
    }
  }

  #group(group: FieldGroup, fields: readonly FieldDescription[]): unknown {
    if (fields.length === 0) {
      return nothing;
    }
    const isOpen = !this.closed.has(group);
    const toggle = (): void => {
      const others = [...this.closed].filter((one) => one !== group);
      this.closed = new Set(isOpen ? [...others, group] : others);
    };
    const title = html`<h3><button class="toggle" data-stop="name" @click=${toggle}>${groupTitle(group)}</button></h3>`;
    return html`${groupRow(title, isOpen, toggle)} ${isOpen ? fields.map((field) => this.#field(field)) : nothing}`;
  }

  #emptyFields(fields: readonly FieldDescription[]): unknown {
    const isOpen = this.areEmptyShown;
    const toggle = (): void => void (this.areEmptyShown = !isOpen);
    const title = html`<button class="link more" data-stop="name" aria-expanded=${isOpen} @click=${toggle}>
      ${emptyText(isOpen, fields.length)}
    </button>`;
    return html`${groupRow(title, isOpen, toggle)} ${isOpen ? fields.map((field) => this.#field(field)) : nothing}`;
  }

  #field(field: FieldDescription): unknown {
    const key = keyOf(field);
    const isShown = this.shown === key;
    const id = `doc-${this.fields.indexOf(field)}`;
    const isLong = field.text.length > longText;
    return html`<div
      class="field"
      role="row"
      aria-level="2"
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
        >${withHits(field.text, soughtIn(this.context.view.state))}${field.sourceLength > field.source.length ? '…' : ''}</span
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
    if (event.key === 'ArrowLeft' && dataset['stop'] === 'name') {
      // From the first column to the group, as in every tree grid.
      event.stopPropagation();
      groupOf(event.currentTarget as HTMLElement)?.focus();
    }
    if (event.key === 'Enter' && field.filter !== null && dataset['stop'] !== 'filter') {
      event.preventDefault();
      this.#filter(field.filter);
    }
  }

  #filter(term: string): void {
    this.context.link.intend({ kind: 'filter', query: andTerm(this.context.view.state.query, term) });
  }
}

/** The line of a group: ArrowRight opens it, ArrowLeft closes it. */
function groupRow(title: TemplateResult, isOpen: boolean, toggle: () => void): TemplateResult {
  const key = (event: KeyboardEvent): void => {
    if (event.key === (isOpen ? 'ArrowLeft' : 'ArrowRight')) {
      event.preventDefault();
      event.stopPropagation();
      toggle();
    }
  };
  return html`<div role="row" aria-level="1" aria-expanded=${isOpen} @keydown=${key}><span role="rowheader">${title}</span></div>`;
}

/** What opens and closes the group of a field. */
function groupOf(row: HTMLElement): HTMLElement | null {
  const before = row.previousElementSibling;
  return before === null || before.getAttribute('aria-level') === '1'
    ? (before?.querySelector('button') ?? null)
    : groupOf(before as HTMLElement);
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
