import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { Comparison } from '../../src/protocol/answers/comparison.ts';
import type { Row } from '../../src/protocol/answers/page.ts';
import type { ChangedValue, ComparedField } from '../../src/protocol/describe.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import type { ComparedRecords } from '../base/comparedRecords.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { icon } from '../base/icons.ts';
import { QueryController } from '../base/queryController.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { recordNumber } from '../records/recordRow.ts';
import { sentence } from '../records/sentence.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { comparisonStyles } from './comparisonStyles.ts';
import { differingPart, type TextParts } from './differingPart.ts';

/** Two records beside each other, field by field: those that differ, and behind a button those that are equal. */
export class RecordComparison extends LitElement {
  static override properties = {
    context: { attribute: false },
    records: { attribute: false },
    isSwapped: { state: true },
    areEqualShown: { state: true },
  };
  declare context: ViewContext;
  declare records: ComparedRecords;
  declare protected isSwapped: boolean;
  declare protected areEqualShown: boolean;
  /** Called when the user is done with it. */
  onLeave: () => void = () => undefined;

  #isFocusWanted = true;
  readonly #comparison = new QueryController(this, 'comparison');

  constructor() {
    super();
    this.isSwapped = false;
    this.areEqualShown = false;
  }

  static override styles = [sharedStyles, comparisonStyles];

  protected override willUpdate(): void {
    const { first, second } = this.records;
    this.#comparison.want(this.context, this.isSwapped ? { first: second, second: first } : { first, second });
  }

  protected override updated(): void {
    const title = this.#isFocusWanted ? this.renderRoot.querySelector('h2') : null;
    if (title !== null) {
      this.#isFocusWanted = false;
      title.focus();
      // Below the list there is room for its first line only.
      this.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override render(): unknown {
    const { answer, problem } = this.#comparison;
    return html`<article aria-label=${l10n.t('Comparison of two records')} @keydown=${this.#key}>
      <button
        class="icon close"
        title=${l10n.t('Leave the comparison')}
        aria-label=${l10n.t('Leave the comparison')}
        @click=${() => this.onLeave()}
      >
        ${icon('clear')}
      </button>
      ${
        problem !== undefined
          ? html`<p class="problem" role="alert">${problem}</p>`
          : answer === undefined
            ? html`<p class="muted">${l10n.t('Reading the records…')}</p>`
            : this.#compared(answer)
      }
    </article>`;
  }

  #compared(comparison: Comparison): TemplateResult {
    const { first, second, fields, total, equal } = comparison;
    const { settings, link } = this.context;
    const different = fields.filter(({ isEqual }) => !isEqual);
    const shownEqual = fields.filter(({ isEqual }) => isEqual);
    const differing = total - equal;
    const equalText = this.areEqualShown
      ? l10n.t('Hide the equal fields')
      : l10n.t('Show the equal fields: {0}', numberText(equal, settings));
    return html`<h2 class="title" tabindex="-1">
        ${
          differing === 0
            ? l10n.t('All fields are equal')
            : differing === 1
              ? l10n.t('1 field differs')
              : l10n.t('{0} fields differ', numberText(differing, settings))
        }
      </h2>
      <div class="actions">
        <al-button appearance="secondary" @click=${() => (this.isSwapped = !this.isSwapped)}>${l10n.t('Swap')}</al-button>
        <al-button appearance="secondary" @click=${() => link.intend({ kind: 'compareAsText', first: first.ref, second: second.ref })}
          >${l10n.t('Compare as text')}</al-button
        >
      </div>
      <div role="table" aria-label=${l10n.t('Fields that differ')}>
        <div class="line head" role="row">
          <span class="field" role="columnheader">${l10n.t('Field')}</span>
          <span role="columnheader">${this.#record(first)}</span>
          <span role="columnheader">${this.#record(second)}</span>
        </div>
        ${different.map(line)}
      </div>
      ${
        fields.length < total
          ? html`<p class="muted">${l10n.t('{0} of {1} shown', numberText(fields.length, settings), numberText(total, settings))}</p>`
          : nothing
      }
      ${
        equal === 0
          ? nothing
          : html`<button class="link more" aria-expanded=${this.areEqualShown} @click=${() => (this.areEqualShown = !this.areEqualShown)}>
              ${equalText}
            </button>`
      }
      ${
        this.areEqualShown
          ? html`<div role="table" aria-label=${l10n.t('Fields that are equal')}>
              ${shownEqual.map(
                ({ name, first: value }) =>
                  html`<div class="line" role="row">
                    <span class="field break mono" role="rowheader"><bdi>${name}</bdi></span>
                    <span class="value mono" role="cell">${valueText(value)}</span>
                  </div>`,
              )}
            </div>`
          : nothing
      }`;
  }

  #record(row: Row): TemplateResult {
    const { settings, link } = this.context;
    const time = row.time === null ? l10n.t('no valid time') : ticksTimeText(row.time.ticks, settings.timeZone);
    return html`<button class="link" @click=${() => this.#show(row.ref, link)}>${l10n.t('Record {0}', recordNumber(row, settings))}</button>
      <div class="mono muted">${time}</div>
      <div class="break">
        ${groupSymbol(row.group)}<span class="hidden-visually">${groupName(row.group)}</span> ${sentence(row.sentence)}
      </div>`;
  }

  #show(ref: RecordRef, link: ViewContext['link']): void {
    this.onLeave();
    link.intend({ kind: 'select', ref });
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      this.onLeave();
    }
  };
}

/** A field that differs. What one value has and the other has not is marked, if both have the field. */
function line({ name, first, second }: ComparedField): TemplateResult {
  const parts = first === null || second === null ? undefined : differingPart(first.text, second.text);
  return html`<div class="line" role="row">
    <span class="field break mono" role="rowheader"><bdi>${name}</bdi></span>
    <span class="value first mono" role="cell">${parts === undefined ? valueText(first) : marked(parts.first, first)}</span>
    <span class="value second mono" role="cell">${parts === undefined ? valueText(second) : marked(parts.second, second)}</span>
  </div>`;
}

function marked([start, differing, end]: TextParts, value: ChangedValue | null): unknown {
  return html`<bdi
    >${visibleText(start)}${differing === '' ? nothing : html`<mark>${visibleText(differing)}</mark>`}${visibleText(end)}${value?.isCut === true ? '…' : ''}</bdi
  >`;
}

function valueText(value: ChangedValue | null): unknown {
  return value === null
    ? html`<i class="muted">${l10n.t('missing')}</i>`
    : html`<bdi>${visibleText(value.text)}${value.isCut ? '…' : ''}</bdi>`;
}
