import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { GroupCounts } from '../../src/protocol/answers/answer.ts';
import type { FacetValue } from '../../src/protocol/answers/facets.ts';
import type { Matrix } from '../../src/protocol/answers/matrix.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import { cutName } from '../base/cutName.ts';
import { dropdown, dropdownStyles } from '../base/dropdown.ts';
import { numberText } from '../base/format.ts';
import { GridFocus } from '../base/gridFocus.ts';
import { QueryController } from '../base/queryController.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { valueName } from '../chart/barParts.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { countedGroups, groupCount } from './countBar.ts';
import { firstOrder, isSameBy, type MatrixOrder, nextOrder, orderedRows, recordsOf } from './matrixOrder.ts';
import { firstLevel, kindsFor, matrixFields, type MatrixKind, matrixName, targetLevels } from './matrixSides.ts';
import { matrixStyles } from './matrixStyles.ts';
import { isNarrowed, scopedHead } from './scope.ts';
import { shownField } from './shownField.ts';

/** Values of each side that are shown at first, and at most: each cell is a button. */
const firstLimit = 30;
const maxLimit = 100;

/** How many records have a value of one field and one of another; heads sort, cells filter. */
export class MatrixGrid extends LitElement {
  static override properties = {
    context: { attribute: false },
    profile: { attribute: false },
    kind: { state: true },
    level: { state: true },
    order: { state: true },
    limit: { state: true },
  };
  declare context: ViewContext;
  declare profile: Profile;
  /** Undefined until the user has chosen. */
  declare protected kind: MatrixKind | undefined;
  declare protected level: string | undefined;
  declare protected order: MatrixOrder;
  declare protected limit: number;

  readonly #matrix = new QueryController(this, 'matrix');
  readonly #focus = new GridFocus(this);

  constructor() {
    super();
    this.order = firstOrder;
    this.limit = firstLimit;
  }

  static override styles = [sharedStyles, dropdownStyles, matrixStyles];

  protected override willUpdate(): void {
    const fields = this.#shown === undefined ? undefined : matrixFields(this.#shown.kind, this.#shown.level);
    this.#matrix.want(this.context, fields && { query: pageQuery(this.context.view.state), ...fields, limit: this.limit });
  }

  /** What is shown: what the user has chosen, where the page has it. */
  get #shown(): { readonly kind: MatrixKind; readonly level: string } | undefined {
    const levels = targetLevels(this.profile);
    const kinds = kindsFor(this.profile, this.context.view.state.page, levels);
    const kind = kinds.find((one) => one === this.kind) ?? kinds[0];
    return kind && { kind, level: levels.find((one) => one === this.level) ?? firstLevel(this.profile) };
  }

  protected override render(): unknown {
    const { answer, asked, problem } = this.#matrix;
    const shown = this.#shown;
    if (shown === undefined) {
      return html`<h3>${l10n.t('Operations and targets')}</h3>
        <p class="muted">${l10n.t('No record matches.')}</p>`;
    }
    const name = matrixName(shown.kind, this.#levelName(shown.level));
    return html`
      ${scopedHead(name, isNarrowed(this.context.view.state))} ${this.#choice(shown)}
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${
        answer === undefined || asked === undefined
          ? html`<p class="muted">${l10n.t('Counting…')}</p>`
          : html`<div class="scroller" @focusin=${this.#focus.focused} @keydown=${this.#focus.key}>
                ${this.#table(answer, { name, rows: asked.rows, columns: asked.columns })}
              </div>
              ${this.#cut(answer)}`
      }
    `;
  }

  #levelName(level: string): string {
    return shownField(matrixFields('operationTarget', level).columns, this.context.formats);
  }

  #choice({ kind, level }: { readonly kind: MatrixKind; readonly level: string }): unknown {
    const levels = targetLevels(this.profile);
    const kinds = kindsFor(this.profile, this.context.view.state.page, levels);
    const target = l10n.t('target');
    return html`<div class="choice">
      ${
        kinds.length < 2
          ? nothing
          : dropdown({
              name: l10n.t('Matrix'),
              options: kinds.map((value) => ({ value, text: matrixName(value, target), title: '' })),
              chosen: kind,
              choose: (chosen) => (this.kind = kinds.find((one) => one === chosen)),
            })
      }
      ${
        kind === 'callerOperation' || levels.length < 2
          ? nothing
          : dropdown({
              name: l10n.t('Level of the targets'),
              options: levels.map((value) => ({ value, text: this.#levelName(value) })),
              chosen: level,
              choose: (chosen) => (this.level = chosen),
            })
      }
      <span class="muted"
        >${l10n.t('heads sort, cells filter')} ${countedGroups.map((group) => html` ${groupSymbol(group)} ${groupName(group)}`)}</span
      >
    </div>`;
  }

  #table(
    matrix: Matrix,
    { name, rows: rowField, columns: columnField }: { readonly name: string; readonly rows: string; readonly columns: string },
  ): unknown {
    const { rows, columns, cells } = matrix;
    const rowTerm = ({ value }: FacetValue): string => literalTerm(rowField, value);
    const columnTerm = ({ value }: FacetValue): string => literalTerm(columnField, value);
    return html`<table role="grid" aria-label=${name}>
      <thead>
        <tr role="row">
          ${this.#head(shownField(rowField, this.context.formats), 'name', 'name')} ${this.#head(l10n.t('all'), 'all', 'all')}
          ${columns.map(({ value }, column) => this.#head(valueName(value), { column: value }, String(column)))}
        </tr>
      </thead>
      <tbody>
        ${orderedRows(matrix, this.order).map((row) => {
          const entry = rows[row]!;
          const text = valueName(entry.value);
          return html`<tr role="row">
            <th role="rowheader" scope="row">
              <button
                class="cut-middle"
                data-stop="name"
                title=${l10n.t('{0}: filter by it', text)}
                aria-label=${text}
                @click=${() => this.#filter(rowTerm(entry))}
              >
                ${cutName(text)}
              </button>
            </th>
            ${this.#cell(entry.groups, [text], 'all', [rowTerm(entry)])}
            ${columns.map((column, number) =>
              this.#cell(cells[row]![number] ?? null, [text, valueName(column.value)], String(number), [
                rowTerm(entry),
                columnTerm(column),
              ]),
            )}
          </tr>`;
        })}
        <tr role="row" class="all">
          <th role="rowheader" scope="row"><span class="empty">${l10n.t('all')}</span></th>
          <td role="gridcell">
            <span class="empty number" data-stop="all">${numberText(this.profile.matching, this.context.settings)}</span>
          </td>
          ${columns.map((column, number) => this.#cell(column.groups, [valueName(column.value)], String(number), [columnTerm(column)]))}
        </tr>
      </tbody>
    </table>`;
  }

  #head(text: string, by: MatrixOrder['by'], stop: string): unknown {
    const isSorted = isSameBy(this.order.by, by);
    const direction = this.order.descending ? 'descending' : 'ascending';
    return html`<th role="columnheader" scope="col" aria-sort=${isSorted ? direction : 'none'}>
      <button
        data-stop=${stop}
        title=${l10n.t('{0}: sort by it', text)}
        aria-label=${text}
        @click=${() => (this.order = nextOrder(this.order, by))}
      >
        <span class="cut-middle">${cutName(text)}</span>
        <span class="arrow" aria-hidden="true">${isSorted ? (this.order.descending ? '▾' : '▴') : ''}</span>
      </button>
    </th>`;
  }

  #cell(groups: GroupCounts | null, names: readonly string[], stop: string, terms: readonly string[]): unknown {
    const { settings } = this.context;
    const records = recordsOf(groups);
    if (groups === null || records === 0) {
      return html`<td role="gridcell"><span class="empty muted" data-stop=${stop}>–</span></td>`;
    }
    return html`<td role="gridcell">
      <button
        class="number"
        data-stop=${stop}
        title=${l10n.t('{0}: filter by it', names.join(' · '))}
        @click=${() => this.#filter(...terms)}
      >
        <span class="count">${numberText(records, settings)}</span>
        ${countedGroups.map((group) => groupCount(group, groups[group], settings))}
      </button>
    </td>`;
  }

  /** How much is left out, of which more can be shown up to a limit. */
  #cut({ rows, rowsTotal, columns, columnsTotal }: Matrix): unknown {
    const { settings } = this.context;
    const number = (count: number): string => numberText(count, settings);
    return rows.length >= rowsTotal && columns.length >= columnsTotal
      ? nothing
      : html`<p class="muted">
          ${l10n.t('rows: {0} of {1}, columns: {2} of {3}', number(rows.length), number(rowsTotal), number(columns.length), number(columnsTotal))}
          ${this.limit >= maxLimit ? nothing : html`<button class="link more" @click=${() => (this.limit = maxLimit)}>${l10n.t('Show more')}</button>`}
        </p>`;
  }

  #filter(...terms: readonly string[]): void {
    const { link, view } = this.context;
    link.intend({ kind: 'filter', query: terms.reduce(andTerm, view.state.query) });
  }
}
