import { css, html, LitElement } from 'lit';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { Stack } from '../chart/chartWords.ts';
import type { GapStretch } from '../../src/scene/gapMarks.ts';
import { gapTable } from '../coverage/gapTable.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { bucketTable } from './bucketTable.ts';

const timeTableStyles = css`
  table {
    border-collapse: collapse;
    margin: 4px 12px;
  }
  caption {
    text-align: left;
  }
  th,
  td {
    padding: 1px 12px 1px 0;
    font-weight: normal;
    text-align: left;
    white-space: nowrap;
  }
  td.number,
  th.number {
    text-align: right;
  }
`;

/** The histogram in words: its counts, and the gaps in the numbering. */
export class TimeTable extends LitElement {
  static override properties = {
    context: { attribute: false },
    stack: { attribute: false },
    span: { attribute: false },
    gapStretches: { attribute: false },
    onBrush: { attribute: false },
  };
  declare context: ViewContext;
  declare stack: Stack;
  declare span: TimeSpan;
  declare gapStretches: readonly GapStretch[];
  /** Called with the stretch that the user chooses. */
  declare onBrush: (span: TimeSpan) => void;

  static override styles = [sharedStyles, timeTableStyles];

  protected override render(): unknown {
    return html`${bucketTable(this.stack, this.context.settings, this.onBrush)} ${gapTable(this.gapStretches, this.span, this.context)}`;
  }
}
