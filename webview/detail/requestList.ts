import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { andTerm } from '../../src/core/query/editQuery.ts';
import type { RequestRecord, RequestRecords } from '../../src/protocol/answers/record.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { recordNumber } from '../records/recordRow.ts';
import { sentence } from '../records/sentence.ts';

/** The records of the request that the selected one belongs to: each can be selected, and a filter finds them all. */
export function requestList({ filter, total, records }: RequestRecords, selected: RecordRef, context: ViewContext): TemplateResult {
  const { link, settings, view } = context;
  const shown = numberText(records.length, settings);
  return html`<h3>${l10n.t('Request')}</h3>
    <ul class="request">
      ${records.map((record) => html`<li>${requestLine(record, selected, context)}</li>`)}
    </ul>
    <p>
      ${total !== null && total > records.length ? html`${l10n.t('{0} of {1} shown', shown, numberText(total, settings))} ` : nothing}<button
        class="link"
        title=${l10n.t('Filter: {0}', filter)}
        @click=${() => link.intend({ kind: 'filter', query: andTerm(view.state.query, filter) })}
      >
        ${total === null ? l10n.t('Filter by all records of this request') : l10n.t('Filter by the {0} records of this request', numberText(total, settings))}
      </button>
    </p>`;
}

function requestLine({ row, stage }: RequestRecord, selected: RecordRef, { link, settings }: ViewContext): TemplateResult {
  const isSelected = row.ref.source === selected.source && row.ref.index === selected.index;
  const number = recordNumber(row, settings);
  const time = row.time === null ? l10n.t('no valid time') : ticksTimeText(row.time.ticks, settings.timeZone);
  return html`${
      isSelected
        ? html`<b aria-current="true">${l10n.t('Record {0}', number)}</b>`
        : html`<button class="link" @click=${() => link.intend({ kind: 'select', ref: row.ref })}>${l10n.t('Record {0}', number)}</button>`
    } <span class="mono muted">${time}</span> ${stage === null ? nothing : html`<b class="stage break">${stage}</b> `}<span class="break"
      >${sentence(row.sentence)}</span
    >`;
}
