import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { literalTerm } from '../../src/core/query/editQuery.ts';
import { pageTerm } from '../../src/core/query/pageQuery.ts';
import type { SameRequests as Answer } from '../../src/protocol/answers/sameRequests.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { valueName } from '../chart/barParts.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { countBarStyles, countLine, nameLink } from './countBar.ts';
import { scopedHead } from './scope.ts';
import { shownField } from './shownField.ts';

const maxValues = 8;

/** What other records of the same requests say: who acted, what was done, to what. Each value leads to its records. */
export class SameRequests extends LitElement {
  static override properties = { context: { attribute: false }, fields: { attribute: false } };
  declare context: ViewContext;
  /** Of the filter language. */
  declare fields: readonly string[];

  readonly #found = new QueryController(this, 'sameRequests');

  constructor() {
    super();
    this.fields = [];
  }

  static override styles = [
    sharedStyles,
    countBarStyles,
    css`
      :host {
        display: block;
        container: count-lines / inline-size;
      }
      .scope {
        font-weight: normal;
      }
      h4 {
        margin: 2px 0 0;
        font-weight: normal;
        color: var(--muted);
      }
    `,
  ];

  protected override willUpdate(): void {
    const query = pageTerm(this.context.view.state.page);
    // Reads records: only once they are all there.
    const asks = this.fields.length > 0 && this.context.snapshot.complete;
    this.#found.want(this.context, asks ? { query, fields: this.fields, limit: maxValues } : undefined);
  }

  protected override render(): unknown {
    const { answer, problem } = this.#found;
    return html`${scopedHead(l10n.t('In the same requests'), false)}
    ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
    ${answer === undefined ? (problem === undefined ? html`<p class="muted">${l10n.t('Counting…')}</p>` : nothing) : this.#counted(answer)}`;
  }

  #counted({ records, requests, isWhole, fields }: Answer): unknown {
    const { settings } = this.context;
    const number = (count: number): string => numberText(count, settings);
    if (records === 0) {
      return html`<p class="muted">${isWhole ? l10n.t('no further records') : l10n.t('no further records among those looked at')}</p>`;
    }
    return html`<p class="muted">
        ${
          isWhole
            ? l10n.t('{0} further records in {1} requests', number(records), number(requests))
            : l10n.t('at least {0} further records in {1} requests', number(records), number(requests))
        }
      </p>
      ${fields.map(({ field, values, total }) => {
        const most = values[0]?.count ?? 0;
        return values.length === 0
          ? nothing
          : html`<h4>${shownField(field, this.context.formats)}</h4>
              ${values.map((entry) => {
                const text = valueName(entry.value);
                const name = nameLink(text, text, () => this.#open(field, entry.value));
                return countLine({ ...entry, name, most }, settings);
              })}
              ${total > values.length ? html`<p class="muted">${l10n.t('{0} of {1} shown', number(values.length), number(total))}</p>` : nothing}`;
      })}`;
  }

  /** The other records are not on this page: a caller has a page, anything else its records. */
  #open(field: string, value: string | null): void {
    const { link } = this.context;
    if (field === 'caller' && value !== null) {
      link.intend({ kind: 'open', page: { kind: 'caller', type: '', value } });
    } else {
      link.intend({ kind: 'open', page: { kind: 'records' }, query: literalTerm(field, value) });
    }
  }
}
