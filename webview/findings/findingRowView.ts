import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/protocol/say.ts';
import type { FindingRow } from '../../src/protocol/answers/findings.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import { numberText } from '../base/format.ts';
import { severityName, severitySymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { FindingPlace } from './findingLayout.ts';
import { brokenStretch, recordFacts } from './findingPlaceWords.ts';

/** What the user does with a row; buttons are no stop of the tab key unless the row is the current one. */
export interface FindingActs {
  readonly choose: (position: number) => void;
  readonly toggle: (code: string) => void;
  readonly showRecords: (code: string) => void;
  readonly openDocumentation: (code: string) => void;
  readonly showRecord: (ref: RecordRef) => void;
  readonly openSource: (finding: FindingRow) => void;
}

export interface ShownFinding {
  readonly position: number;
  readonly place: FindingPlace;
  /** Undefined before it is known, and for the head of a code. */
  readonly row: FindingRow | undefined;
  readonly isActive: boolean;
  readonly context: ViewContext;
}

/** A row of the page of findings. */
export function findingRowView(shown: ShownFinding, acts: FindingActs): TemplateResult {
  const { position, place, isActive } = shown;
  const isHead = place.kind === 'code';
  return html`<div
    id="finding-${position}"
    class="row ${place.kind}"
    role="row"
    aria-level=${isHead ? 1 : 2}
    aria-expanded=${isHead ? place.isOpen : nothing}
    aria-selected=${isActive}
    aria-setsize=${isHead ? nothing : place.group.count}
    aria-posinset=${isHead ? nothing : place.number + 1}
    @click=${() => acts.choose(position)}
    @dblclick=${() => opened(shown, acts)}
  >
    ${isHead ? headCells(shown, place, acts) : findingCells(shown, acts)}
  </div>`;
}

/** Does what *Enter* does on a row: opens or closes a code, shows the record, or the text of a broken stretch. */
export function opened({ place, row }: Pick<ShownFinding, 'place' | 'row'>, acts: FindingActs): void {
  if (place.kind === 'code') {
    acts.toggle(place.group.code);
  } else if (row !== undefined && row.record !== null) {
    acts.showRecord(row.record);
  } else if (row !== undefined) {
    acts.openSource(row);
  }
}

function headCells(
  { isActive, context: { settings } }: ShownFinding,
  { group: { code, severity, count }, isOpen }: Extract<FindingPlace, { kind: 'code' }>,
  acts: FindingActs,
): TemplateResult {
  const name = `findingTitle.${code}`;
  return html`<span role="gridcell" class="what">
      <button class="twist" tabindex="-1" aria-hidden="true" @click=${() => acts.toggle(code)} @dblclick=${stop}>
        ${isOpen ? '▾' : '▸'}
      </button>
      ${severitySymbol(severity)}<span class="hidden-visually">${severityName(severity)}:</span>
      <b class="cut">${say({ code: name, args: [] })}</b>
      <al-badge>${numberText(count, settings)}</al-badge>
      <span class="mono muted cut code">${code}</span>
    </span>
    <span role="gridcell" class="acts">
      ${act(isActive, l10n.t('Documentation'), l10n.t('Explain {0}', code), () => acts.openDocumentation(code))}
      ${act(isActive, l10n.t('Show records'), l10n.t('Show the records with this finding'), () => acts.showRecords(code))}
    </span>`;
}

function findingCells({ row, isActive, context }: ShownFinding, acts: FindingActs): TemplateResult {
  if (row === undefined) {
    return html`<span role="gridcell" class="what muted">…</span>`;
  }
  const { record, related } = row;
  const message = say(row.message);
  return html`<span role="gridcell" class="what">
      <span class="line cut" title=${message}
        >${message} ${row.pointer === '' ? nothing : html`<span class="mono muted">${row.pointer}</span>`}</span
      >
      <span class="line cut muted">${record === null ? brokenStretch(row, context) : recordFacts(row, record, context)}</span>
    </span>
    <span role="gridcell" class="acts">
      ${
        record === null
          ? nothing
          : act(isActive, l10n.t('Show record'), l10n.t('Show record {0}', record.index), () => acts.showRecord(record))
      }
      ${
        related === null
          ? nothing
          : act(isActive, l10n.t('Record {0}', numberText(related.index, context.settings)), l10n.t('Show record {0}', related.index), () =>
              acts.showRecord(related),
            )
      }
      ${act(isActive, l10n.t('Go to source'), l10n.t('Go to source'), () => acts.openSource(row))}
    </span>`;
}

function act(isActive: boolean, words: string, title: string, does: () => void): TemplateResult {
  return html`<button class="link" tabindex=${isActive ? 0 : -1} title=${title} @click=${does} @dblclick=${stop}>${words}</button>`;
}

function stop(event: Event): void {
  event.stopPropagation();
}
