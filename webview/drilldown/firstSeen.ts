import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { pageTerm } from '../../src/core/query/pageQuery.ts';
import type { FirstValue } from '../../src/protocol/answers/firsts.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { valueName } from '../chart/barParts.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { scopedHead } from './scope.ts';
import { shownField } from './shownField.ts';

const firstLimit = 8;
const maxLimit = 1000;
/** Digits of a time up to its seconds. */
const secondDigits = 19;

/** What was new with a caller or a target, the newest first: each value of some fields with the first record that has it. */
export class FirstSeen extends LitElement {
  static override properties = {
    context: { attribute: false },
    fields: { attribute: false },
    limit: { state: true },
  };
  declare context: ViewContext;
  /** Of the filter language. */
  declare fields: readonly string[];
  declare protected limit: number;

  readonly #firsts = new QueryController(this, 'firsts');

  constructor() {
    super();
    this.fields = [];
    this.limit = firstLimit;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      .scope {
        font-weight: normal;
      }
      li {
        padding: 1px 0 1px 16px;
        text-indent: -16px;
      }
      li span {
        white-space: nowrap;
      }
    `,
  ];

  protected override willUpdate(): void {
    const query = pageTerm(this.context.view.state.page);
    this.#firsts.want(this.context, this.fields.length === 0 ? undefined : { query, fields: this.fields, limit: this.limit });
  }

  protected override render(): unknown {
    const { answer, problem } = this.#firsts;
    const title = titleOf(this.context.view.state.page.kind);
    return html`${scopedHead(title, false)} ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
    ${
      answer === undefined
        ? html`<p class="muted">${l10n.t('Counting…')}</p>`
        : html`<ul>
              ${answer.values.map((first) => html`<li>${this.#line(first)}</li>`)}
            </ul>
            ${this.#cut(answer.values.length, answer.total)}`
    }`;
  }

  #line({ field, value, ref, time, isFirstInLog }: FirstValue): unknown {
    const { settings, link, formats } = this.context;
    const full = time === null ? l10n.t('no valid time') : ticksTimeText(time, settings.timeZone);
    return html`<span aria-hidden="true">★</span> <span class="muted">${shownField(field, formats)}</span>
      <button class="link break" title=${l10n.t('Show the first record: {0}', full)} @click=${() => link.intend({ kind: 'select', ref })}>
        ${valueName(value)}
      </button>
      <span class="muted"
        ><time>${full.slice(0, secondDigits)}</time>${isFirstInLog === true ? html` · ${l10n.t('new in the log')}` : nothing}</span
      >`;
  }

  #cut(shown: number, total: number): unknown {
    const { settings } = this.context;
    return shown >= total
      ? nothing
      : html`<p class="muted">
          ${l10n.t('{0} of {1} shown', numberText(shown, settings), numberText(total, settings))}
          ${this.limit >= maxLimit ? nothing : html`<button class="link" @click=${() => (this.limit = maxLimit)}>${l10n.t('Show more')}</button>`}
        </p>`;
  }
}

function titleOf(kind: ViewPage['kind']): string {
  switch (kind) {
    case 'caller':
      return l10n.t('New with this caller');
    case 'target':
      return l10n.t('New with this target');
    default:
      return l10n.t('New with this value');
  }
}
