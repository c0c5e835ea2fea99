import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import { say } from '../../src/protocol/say.ts';
import type { Severity } from '../../src/protocol/answers/answer.ts';
import type { FindingGroup, FindingItem } from '../../src/protocol/answers/findings.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { severities } from '../records/recordRow.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { severityCount, severityName, severitySymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';

const groupLimit = 200;
const itemStep = 20;
const itemLimit = 1000;

/** What is wrong or worth knowing, equal findings listed once. */
export class FindingsPage extends LitElement {
  static override properties = { context: { attribute: false }, severity: { state: true }, items: { state: true } };
  declare context: ViewContext;
  declare protected severity: Severity | undefined;
  /** Findings shown of each group. */
  declare protected items: number;

  readonly #findings = new QueryController(this, 'findings');

  constructor() {
    super();
    this.items = 5;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 12px 16px;
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 8px 0;
      }
      .filters button {
        padding: 2px 8px;
        border: 1px solid var(--border);
        border-radius: 3px;
      }
      .filters button[aria-pressed='true'] {
        background: var(--vscode-list-inactiveSelectionBackground);
        border-color: var(--vscode-focusBorder);
      }
      section {
        padding: 8px 0;
        border-top: 1px solid var(--border);
      }
      section h3 {
        color: inherit;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 8px;
        align-items: baseline;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        padding: 1px 0 1px 20px;
      }
      .place {
        min-width: 110px;
      }
    `,
  ];

  protected override willUpdate(): void {
    this.#findings.want(this.context, { query: pageQuery(this.context.view.state), limit: groupLimit, items: this.items });
  }

  protected override render(): unknown {
    const findings = this.#findings.answer;
    if (this.#findings.problem !== undefined) {
      return html`<p class="problem" role="alert">${this.#findings.problem}</p>`;
    }
    if (findings === undefined) {
      return html`<p class="muted">${l10n.t('Looking for findings…')}</p>`;
    }
    const { settings } = this.context;
    const shown = findings.groups.filter((group) => this.severity === undefined || group.severity === this.severity);
    return html`
      <h2 class="title">${l10n.t('Findings')}</h2>
      <div class="filters" role="group" aria-label=${l10n.t('Severity')}>
        ${severities.map(
          (severity) =>
            html`<button
              aria-pressed=${this.severity === severity}
              @click=${() => (this.severity = this.severity === severity ? undefined : severity)}
            >
              ${severitySymbol(severity)} ${severityCount(severity, findings.counts[severity], settings)}
            </button>`,
        )}
      </div>
      ${findings.total === 0 ? html`<p>${l10n.t('Nothing to report in these records.')}</p>` : nothing}
      ${
        findings.groups.length < findings.distinct
          ? html`<p class="muted">
              ${l10n.t('{0} of {1} kinds shown', numberText(findings.groups.length, settings), numberText(findings.distinct, settings))}
            </p>`
          : nothing
      }
      ${shown.map((group) => this.#group(group))}
    `;
  }

  #group(group: FindingGroup): unknown {
    const { settings, link, view } = this.context;
    const page = { kind: 'records' } as const;
    return html`<section>
      <h3>
        <span>${severitySymbol(group.severity)}<span class="hidden-visually">${severityName(group.severity)}</span></span>
        <span class="break">${say(group.message)}</span>
        <button
          class="link mono"
          title=${l10n.t('Show the records with this finding')}
          @click=${() => link.intend({ kind: 'open', page, query: andTerm(view.state.query, literalTerm('finding', group.code)) })}
        >
          ${group.code}
        </button>
        <al-badge>${numberText(group.count, settings)}</al-badge>
      </h3>
      <ul>
        ${group.items.map((item) => this.#item(item))}
      </ul>
      ${
        group.items.length < group.count
          ? html`<p class="muted">
              ${l10n.t('{0} of {1} shown', numberText(group.items.length, settings), numberText(group.count, settings))}
              ${
                this.items < itemLimit
                  ? html`<button class="link" @click=${() => (this.items = Math.min(itemLimit, this.items * 4 + itemStep))}>
                      ${l10n.t('Show more')}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
    </section>`;
  }

  #item(item: FindingItem): unknown {
    const { link, settings } = this.context;
    const { record } = item;
    return html`<li>
      <span class="place muted"
        >${record === null ? l10n.t('broken stretch') : l10n.t('Record {0}', numberText(record.index, settings))}</span
      >
      <span class="mono muted break">${item.pointer}</span>
      <button class="link" @click=${() => link.intend({ kind: 'openSource', at: { finding: item.ref } })}>${l10n.t('Go to source')}</button>
      ${
        record === null
          ? nothing
          : html`<button
              class="link"
              @click=${() => {
                link.intend({ kind: 'open', page: { kind: 'records' } });
                link.intend({ kind: 'select', ref: record });
              }}
            >
              ${l10n.t('Show record')}
            </button>`
      }
    </li>`;
  }
}
