import { html, LitElement } from 'lit';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { Stack } from '../chart/chartWords.ts';
import type { GapStretch } from '../coverage/gapMarks.ts';
import { gapTable } from '../coverage/gapTable.ts';
import { bucketTable } from './bucketTable.ts';

/** The histogram in words: its counts, and the gaps in the numbering. In the styles of the panel that it is in. */
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

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): unknown {
    return html`${bucketTable(this.stack, this.context.settings, this.onBrush)} ${gapTable(this.gapStretches, this.span, this.context)}`;
  }
}
