import { html, nothing, type TemplateResult } from 'lit';
import type { Row, RowMark } from '../../src/protocol/answers/page.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { DayChange } from './dayChange.ts';
import type { Selecting } from './multiSelection.ts';
import { type CellsForm, markCells, recordCells } from './recordRow.ts';

export interface ListRow extends CellsForm {
  /** In the result, from 0. */
  readonly position: number;
  /** Undefined until it is known. */
  readonly row: Row | undefined;
  /** What is shown of it until then; undefined while nothing is known of it. */
  readonly mark: RowMark | undefined;
  readonly isSelected: boolean;
  /** It is the current row, and not selected alone. */
  readonly isCurrent: boolean;
  readonly day: DayChange;
}

/** What the mouse does on a row. */
export interface RowActs {
  readonly choose: (position: number, selecting: Selecting) => void;
  readonly open: (row: Row) => void;
}

/** A row of the list; one that has not arrived yet says its position only. */
export function listRow(shown: ListRow, { choose, open }: RowActs): TemplateResult {
  const { position, row, mark, isSelected, isOneOfSeveral, isCurrent, day, settings } = shown;
  return html`<div
    id="row-${position}"
    role="row"
    class="row ${position % 2 === 1 ? 'odd' : ''} ${isCurrent ? 'current' : ''} ${day === 'other' ? '' : `day-${day}`}"
    aria-rowindex=${position + 2}
    aria-selected=${isSelected}
    data-menu=${isOneOfSeveral ? nothing : menuPlace({ auditLogPlace: 'record' })}
    @mousedown=${keepText}
    @click=${(event: MouseEvent) => choose(position, selectingOf(event))}
    @contextmenu=${() => isOneOfSeveral || choose(position, 'alone')}
    @dblclick=${(event: MouseEvent) => row && selectingOf(event) === 'alone' && open(row)}
  >
    ${
      row !== undefined
        ? recordCells(row, shown)
        : mark !== undefined
          ? markCells(mark, shown)
          : html`<span role="gridcell" class="index">${numberText(position, settings)}</span
              ><span role="gridcell" class="time muted">…</span>`
    }
  </div>`;
}

function selectingOf({ shiftKey, ctrlKey, metaKey }: MouseEvent): Selecting {
  return shiftKey ? 'extend' : ctrlKey || metaKey ? 'toggle' : 'alone';
}

/** The browser would mark the text between two clicks. Without its default the event does not move the focus either. */
function keepText(event: MouseEvent): void {
  if (event.shiftKey) {
    event.preventDefault();
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[role=grid]')?.focus();
  }
}

/** Whether all records are of one year in the zone that times are shown in, so that rows need not say it. */
export function sharesYear({ snapshot: { first, last }, settings: { timeZone } }: ViewContext): boolean {
  return (
    first === null || last === null || ticksTimeText(first.ticks, timeZone).slice(0, 4) === ticksTimeText(last.ticks, timeZone).slice(0, 4)
  );
}
