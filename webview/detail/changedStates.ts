import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { Row } from '../../src/protocol/answers/page.ts';
import type { ShownPeriod, StateChange } from '../../src/protocol/answers/states.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { stateText } from '../../src/scene/stateWords.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';

/** Digits of a time up to its seconds. */
const secondDigits = 19;

/** What the selected record did to the states of its targets: what held before, who had begun that and when, and what holds from then on. */
export class ChangedStates extends LitElement {
  static override properties = { context: { attribute: false }, row: { attribute: false } };
  declare context: ViewContext;
  declare row: Row;

  readonly #changes = new QueryController(this, 'stateChanges');

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 14px 0 3px;
      }
      dl {
        display: grid;
        grid-template-columns: fit-content(40%) minmax(0, 1fr);
        gap: 3px 8px;
      }
      .period {
        display: flex;
        flex-wrap: wrap;
        column-gap: 8px;
      }
    `,
  ];

  protected override willUpdate(): void {
    // A log that is being read may have records in between that are still to come.
    this.#changes.want(this.context, this.context.snapshot.complete ? { ref: this.row.ref } : undefined);
  }

  protected override render(): unknown {
    const { answer, isWaiting } = this.#changes;
    if (answer === undefined || answer.total === 0 || isWaiting) {
      return nothing;
    }
    const { settings } = this.context;
    const { changes, total } = answer;
    return html`<h3>${l10n.t('State before and after')}</h3>
      <dl>${changes.map((change) => this.#change(change))}</dl>
      ${
        changes.length < total
          ? html`<p class="muted">${l10n.t('{0} of {1} shown', numberText(changes.length, settings), numberText(total, settings))}</p>`
          : nothing
      }`;
  }

  #change({ targets, what, before, after }: StateChange): TemplateResult {
    const names = targets.map((path) => path.at(-1)?.name ?? '').join(', ');
    const full = targets.map((path) => path.map(({ name }) => name).join(' › ')).join('\n');
    return html`<dt class="muted break">${what === null ? l10n.t('existence') : l10n.t(what)}</dt>
      <dd>
        <div class="break" title=${full}><bdi>${visibleText(names)}</bdi></div>
        ${after === null ? html`<div><b>${this.#unchanged()}</b></div>` : nothing} ${this.#before(before, what)}
        ${
          after === null
            ? nothing
            : html`<div class="after">
                <span role="img" aria-label=${l10n.t('changed to')}>→</span> <b class="break"><bdi>${stateText(after, what)}</bdi></b>
              </div>`
        }
      </dd>`;
  }

  #unchanged(): string {
    return this.row.group === 'other' ? l10n.t('no change: nothing says that it succeeded') : l10n.t('no change: the attempt failed');
  }

  /** What held until then, with the way to the record that began it. */
  #before(period: ShownPeriod, what: string | null): TemplateResult {
    const { ref, since } = period;
    if (ref === null || since === null) {
      return html`<div class="muted">${l10n.t('before: unknown, no earlier record says it')}</div>`;
    }
    const { settings, link } = this.context;
    const full = ticksTimeText(since, settings.timeZone);
    return html`<div class="period">
      <button
        class="link break"
        title=${l10n.t('Show the record of {0} {1}', full, zoneName(settings.timeZone))}
        @click=${() => link.intend({ kind: 'select', ref })}
      >
        <bdi>${l10n.t('before: {0}', stateText(period, what))}</bdi>
      </button>
      <span class="muted">${l10n.t('since {0}', full.slice(0, secondDigits))}</span>
    </div>`;
  }
}
