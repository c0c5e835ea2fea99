import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type LeftOut, say } from '../../src/protocol/say.ts';
import type { Severity, SeverityCounts } from '../../src/protocol/answers/answer.ts';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import type { Row, RowMark } from '../../src/protocol/answers/page.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import type { HitMarker } from '../base/hitMarks.ts';
import { cellMenu, nameCell } from './cells.ts';
import type { ListForm } from './listWindow.ts';
import { sentence } from './sentence.ts';
import { compareSymbol, groupName, groupSymbol, severityCount, severityName, severitySymbol } from '../base/symbols.ts';

export const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** Findings of a record as symbols with numbers; nothing for a record without. */
function findingCounts(counts: SeverityCounts, settings: ViewSettings): unknown {
  return severities.map((severity) =>
    counts[severity] === 0
      ? nothing
      : html`<span class="count" title=${severityCount(severity, counts[severity], settings)}
          >${severitySymbol(severity)}<span class="hidden-visually">${severityName(severity)}</span>
          ${numberText(counts[severity], settings)}</span
        >`,
  );
}

/** Number of a record within its source, from 0, as filters, findings and the command line count. */
export function recordNumber(row: RowMark, settings: ViewSettings): string {
  const number = numberText(row.ref.index, settings);
  return row.ref.source === 0 ? number : `${row.ref.source + 1}:${number}`;
}

/** What a row says of a field: the first value, and how many further ones there are. */
function suitedCell({ texts }: Row, { field, title: head }: ListColumn, form: CellsForm): TemplateResult {
  const { settings } = form;
  const said = texts?.find((one) => one.field === field);
  const text = said === undefined ? '' : said.more === 0 ? said.text : `${said.text} +${numberText(said.more, settings)}`;
  // What was shortened or masked is no value.
  const menu = cellMenu(form, field, said?.text.includes('…') === true ? null : said?.text);
  const title = text === '' ? '' : `${l10n.t(head)}: ${text}`;
  return html`<span role="gridcell" class="suited cut" title=${title} data-menu=${menu}>${text}</span>`;
}

/** A time with its date and the fraction of its second apart, so that both can stand back. */
function timeParts({ time }: RowMark, settings: ViewSettings, hidesYear: boolean): TemplateResult {
  if (time === null) {
    return html`<i>${l10n.t('no valid time')}</i>`;
  }
  const text = ticksTimeText(time.ticks, settings.timeZone);
  return html`<span class="date">${text.slice(hidesYear ? 5 : 0, 10)}</span>${text.slice(10, 19)}<span class="fraction"
      >${text.slice(19)}</span
    >`;
}

/** How a list shows its records. */
export interface CellsForm {
  /** Further columns. */
  readonly columns: readonly ListColumn[];
  readonly settings: ViewSettings;
  readonly hidesYear: boolean;
  readonly form: ListForm;
  /** Others are selected with it. */
  readonly isOneOfSeveral: boolean;
  /** The page is about the caller of all of them, whom it names. */
  readonly isOfOneCaller: boolean;
  /** Marks what the filter seeks in texts. */
  readonly marker: HitMarker | undefined;
  /** The record is the one that the next comparison is with. */
  readonly isForCompare: boolean;
}

/** What the columns of a list say, or the page around it, so that its sentences need not. */
function saidElsewhere({ form, isOfOneCaller }: CellsForm): readonly LeftOut[] {
  return form === 'wide' ? ['noCaller', 'noTarget'] : isOfOneCaller ? ['noCaller'] : [];
}

/** The cells of a row of which columns alone are known yet. */
export function markCells(mark: RowMark, form: CellsForm): TemplateResult {
  return html`${firstCells(mark, '', groupName(mark.group), form)}<span role="gridcell" class="sentence muted">…</span>`;
}

/** Marks the record that is selected for a comparison. */
function forCompare(): TemplateResult {
  const words = l10n.t('Selected for compare');
  return html`<span class="for-compare" title=${words}>${compareSymbol()}<span class="hidden-visually">${words}</span></span>`;
}

/** Number, time and result. */
function firstCells(row: RowMark, place: string, result: string, form: CellsForm): TemplateResult {
  const { settings, hidesYear, isForCompare } = form;
  return html`
    <span role="gridcell" class="index" title=${place}>${isForCompare ? forCompare() : nothing}${recordNumber(row, settings)}</span>
    <span role="gridcell" class="time mono" title=${row.time?.text ?? ''}>${timeParts(row, settings, hidesYear)}</span>
    <span role="gridcell" class="result" title=${result} data-menu=${cellMenu(form, 'resultGroup', row.group)}
      >${groupSymbol(row.group)}<span class="hidden-visually">${groupName(row.group)}</span></span
    >
  `;
}

function callerTitle({ caller }: Row): string {
  return caller === null ? '' : caller.type === null ? caller.value : `${caller.type}: ${caller.value}`;
}

/** The cells of a row of the list, with those of further columns. The year can be left out where all records share it; the tooltip always says it. */
export function recordCells(row: Row, shown: CellsForm): TemplateResult {
  const { columns, settings } = shown;
  return html`
    ${firstCells(row, l10n.t('Record {0}, line {1}', row.ref.index, row.line), row.result ?? groupName(row.group), shown)}
    ${nameCell('caller mono', row.caller?.value ?? '', callerTitle(row), cellMenu(shown, 'caller', row.caller?.type && row.caller.value))}
    ${nameCell('instance', row.instance ?? '', row.instance ?? '', cellMenu(shown, row.instanceField, row.instance))}
    <span role="gridcell" class="sentence cut" title=${say(row.sentence)} data-menu=${cellMenu(shown, 'operation', row.operation)}
      >${sentence(row.sentence, { leftOut: saidElsewhere(shown), mark: shown.marker, cutsNames: shown.form === 'narrow' })}</span
    >
    ${columns.map((column) => suitedCell(row, column, shown))}
    <span role="gridcell" class="findings">${findingCounts(row.findings, settings)}</span>
  `;
}
