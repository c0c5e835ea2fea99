import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { bucketTotal, filledBuckets } from '../../src/core/timeline/buckets.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { groupName } from '../base/symbols.ts';
import { type LaneRow, stateName } from './laneRows.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { valueName } from '../chart/barParts.ts';
import { periodText } from '../../src/scene/stateWords.ts';

const laneTableStyles = css`
  table {
    border-collapse: collapse;
    margin: 4px 12px;
  }
  th,
  td {
    padding: 1px 12px 1px 0;
    font-weight: normal;
    text-align: left;
  }
  th[scope='rowgroup'] {
    font-weight: 600;
  }
`;

/** The table twin of the lanes. */
export class LaneTable extends LitElement {
  static override properties = { rows: { attribute: false }, settings: { attribute: false } };
  declare rows: readonly LaneRow[];
  declare settings: ViewSettings;
  onSelect: (ref: RecordRef) => void = () => undefined;

  static override styles = [sharedStyles, laneTableStyles];

  protected override render(): unknown {
    return laneTable(this.rows, this.settings, (ref) => this.onSelect(ref));
  }
}

/** The lanes as a table: each state with when it began, each value with how many records lie in the stretch that is shown. */
function laneTable(rows: readonly LaneRow[], settings: ViewSettings, select: (ref: RecordRef) => void): unknown {
  return html`<table>
    <caption class="hidden-visually">
      ${l10n.t('Lanes')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${l10n.t('Lane')}</th>
        <th scope="col">${l10n.t('What')}</th>
        <th scope="col">${l10n.t('Since')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.flatMap((row) => linesOf(row, settings, select))}
    </tbody>
  </table>`;
}

function linesOf(row: LaneRow, settings: ViewSettings, select: (ref: RecordRef) => void): readonly unknown[] {
  const time = (ticks: string): string => ticksTimeText(ticks, settings.timeZone);
  switch (row.kind) {
    case 'heading':
      return [
        html`<tr>
          <th scope="rowgroup" colspan="3">${row.text}</th>
        </tr>`,
      ];
    case 'state': {
      const name = stateName(row.lane);
      return [
        ...row.lane.periods.map((period) =>
          line(name, linked(periodText(period, row.lane.what), period.ref, select), period.since === null ? '' : time(period.since)),
        ),
        ...row.lane.attempts.map(({ count, group, ref, time: moment }) =>
          line(name, linked(l10n.t('{0} {1}', numberText(count, settings), groupName(group)), ref, select), time(moment)),
        ),
      ];
    }
    case 'value': {
      const { buckets } = row;
      const shown = buckets === undefined ? 0 : filledBuckets(buckets).reduce((sum, index) => sum + bucketTotal(buckets, index), 0);
      return [line(valueName(row.value), shown === 1 ? l10n.t('1 record') : l10n.t('{0} records', numberText(shown, settings)), '')];
    }
  }
}

function line(name: string, what: unknown, since: string): unknown {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${what}</td>
    <td class="mono">${since}</td>
  </tr>`;
}

function linked(text: string, ref: RecordRef | null, select: (ref: RecordRef) => void): unknown {
  return ref === null ? text : html`<button class="link" @click=${() => select(ref)}>${text}</button>`;
}
