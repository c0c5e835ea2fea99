import * as l10n from '@vscode/l10n';
import { css, html, nothing } from 'lit';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, spanText } from '../base/format.ts';
import { type Extent, type FarRecords, isDenseShown, type TimeAxis } from './timeAxis.ts';

export const farRecordsStyles = css`
  .far {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    padding: 3px 0 1px;
  }
`;

export interface FarRecordsActs {
  /** Sets the window of time. */
  readonly go: (span: TimeSpan) => void;
  /** Shows all times or those of nearly all records, and no window. */
  readonly show: (extent: Extent) => void;
}

/**
 * Says which records lie far from the others, whether the axis leaves them out, and leads there. The buttons stay where
 * they are when pressed, so that the keyboard keeps its place.
 */
export function farRecordsNote(axis: TimeAxis, shown: TimeSpan, settings: ViewSettings, acts: FarRecordsActs): unknown {
  if (axis.far === undefined) {
    return nothing;
  }
  const { before, after } = axis.far;
  const isDense = isDenseShown(axis, shown);
  return html`<div class="far" role="group" aria-label=${l10n.t('Records far from the others in time')}>
    <p role="status">${farText(before?.records ?? 0, after?.records ?? 0, isDense, settings)}</p>
    ${before === undefined ? nothing : farButton(l10n.t('Show what is before'), before, settings, acts)}
    ${after === undefined ? nothing : farButton(l10n.t('Show what is after'), after, settings, acts)}
    <button class="link" @click=${() => acts.show(isDense ? 'whole' : 'dense')}>
      ${isDense ? l10n.t('Show all times') : l10n.t('Show the time of the others')}
    </button>
  </div>`;
}

function farButton(name: string, { span }: FarRecords, settings: ViewSettings, { go }: FarRecordsActs): unknown {
  return html`<button class="link" title=${spanText(span, settings.timeZone)} @click=${() => go(span)}>${name}</button>`;
}

function farText(before: number, after: number, isDense: boolean, settings: ViewSettings): string {
  const total = numberText(before + after, settings);
  const parts = [numberText(before, settings), numberText(after, settings)] as const;
  if (isDense) {
    return before + after === 1
      ? l10n.t('1 record is outside this time range: {0} before, {1} after', ...parts)
      : l10n.t('{0} records are outside this time range: {1} before, {2} after', total, ...parts);
  }
  return before + after === 1
    ? l10n.t('1 record is far from all others in time: {0} before, {1} after', ...parts)
    : l10n.t('{0} records are far from all others in time: {1} before, {2} after', total, ...parts);
}
