import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import { numberText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { countedGroups, groupCount } from './countBar.ts';

export const matrixStyles = css`
  .matrix {
    overflow: auto;
  }
  .matrix table {
    border-collapse: collapse;
    width: 100%;
  }
  .matrix th,
  .matrix td {
    padding: 3px 8px;
    border: 1px solid var(--border);
    font-weight: normal;
    text-align: right;
    white-space: nowrap;
  }
  .matrix th[scope='row'] {
    text-align: left;
  }
  .matrix tr > :first-child {
    position: sticky;
    left: 0;
    background: var(--vscode-editor-background);
  }
`;

/** Operation by instance; heads and cells filter. Missing rows and columns are reported. */
export function matrix(profile: Profile, context: ViewContext): TemplateResult {
  const { rows, columns, cells, rowsTotal, columnsTotal } = profile.matrix;
  const { settings, link, view } = context;
  const filter = (...terms: readonly string[]) => link.intend({ kind: 'filter', query: terms.reduce(andTerm, view.state.query) });
  const operation = (name: string) => literalTerm('operation', name);
  const instance = (name: string | null) => literalTerm('instance', name);
  return html`<div class="matrix" tabindex="0" role="region" aria-label=${l10n.t('Operation by instance')}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${columns.map(
              (name) =>
                html`<th scope="col">
                  <button class="link" @click=${() => filter(instance(name))}>${name ?? l10n.t('(no instance)')}</button>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (name, row) =>
              html`<tr>
                <th scope="row"><button class="link" @click=${() => filter(operation(name))}>${name}</button></th>
                ${columns.map((column, index) => {
                  const cell = cells[row]?.[index];
                  return cell === undefined || cell.count === 0
                    ? html`<td class="muted">–</td>`
                    : html`<td>
                        <button
                          class="link number"
                          title=${l10n.t('Filter: {0}', andTerm(operation(name), instance(column)))}
                          @click=${() => filter(operation(name), instance(column))}
                        >
                          ${numberText(cell.count, settings)}
                        </button>
                        ${countedGroups.map((group) => html` ${groupCount(group, cell.groups[group], settings)}`)}
                      </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      rows.length < rowsTotal || columns.length < columnsTotal
        ? html`<p class="muted">
            ${l10n.t(
              'operations: {0} of {1}, instances: {2} of {3}',
              numberText(rows.length, settings),
              numberText(rowsTotal, settings),
              numberText(columns.length, settings),
              numberText(columnsTotal, settings),
            )}
          </p>`
        : nothing
    }`;
}
