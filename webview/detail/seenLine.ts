import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FirstRecord, Occurrence } from '../../src/protocol/answers/occurrences.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';

/** Digits of a time up to its seconds. */
const secondDigits = 19;

/** How many records of the whole log have something, and the first of them. Empty, and as high, until it is known. */
export function seenLine(known: Occurrence | undefined, selected: RecordRef, context: ViewContext): TemplateResult {
  const { records = 0, first = null } = known ?? {};
  const isFirst = first?.ref.source === selected.source && first.ref.index === selected.index;
  return html`<span class="seen muted" role="gridcell">
    ${first === null || (isFirst && records === 1) ? nothing : html`<span>${countText(records, context)}</span>`}
    ${
      first === null
        ? nothing
        : isFirst
          ? html`<b class="first"
              >★ ${records === 1 ? l10n.t('only this record in the whole log') : l10n.t('first seen in this record')}</b
            >`
          : firstButton(first, context)
    }
  </span>`;
}

function countText(records: number, { settings }: ViewContext): string {
  return records === 1 ? l10n.t('1 record in the whole log') : l10n.t('{0} records in the whole log', numberText(records, settings));
}

function firstButton({ ref, time }: FirstRecord, { settings, link }: ViewContext): TemplateResult {
  const { timeZone } = settings;
  const full = time === null ? undefined : ticksTimeText(time, timeZone);
  const title = full === undefined ? l10n.t('Show the first record') : l10n.t('Show the first record: {0} {1}', full, zoneName(timeZone));
  return html`<button class="link" data-stop="first" title=${title} @click=${() => link.intend({ kind: 'select', ref })}>
    ${full === undefined ? l10n.t('first record without a valid time') : l10n.t('first seen {0}', full.slice(0, secondDigits))}
  </button>`;
}
