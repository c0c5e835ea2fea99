import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { hitMarks } from '../base/hitMarks.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { columnStyle, type ColumnWidths } from './columnWidths.ts';
import { dayChange } from './dayChange.ts';
import { listHead } from './listHead.ts';
import { listRow, type RowActs, sharesYear } from './listRow.ts';
import type { ListWindow } from './listWindow.ts';
import type { MultiSelection } from './multiSelection.ts';
import type { RowCache } from './rowCache.ts';
import { scrollHeight } from './virtualRows.ts';

export interface ListGrid {
  readonly context: ViewContext;
  readonly order: Order;
  /** Further columns, as many as there is room for. */
  readonly columns: readonly ListColumn[];
  readonly widths: ColumnWidths;
  readonly rows: RowCache;
  readonly window: ListWindow;
  readonly selected: MultiSelection;
  /** Position of the current row; undefined without one. */
  readonly active: number | undefined;
  /** The page is about the caller of all records, whom it names. */
  readonly isOfOneCaller: boolean;
  readonly acts: GridActs;
}

/** What the user does in the grid. */
export interface GridActs extends RowActs {
  readonly sort: (order: Order) => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** The grid of records: its head, and of its rows those in view, in an element as tall as all of them. */
export function listGrid({
  context,
  order,
  columns,
  widths,
  rows,
  window,
  selected,
  active,
  isOfOneCaller,
  acts,
}: ListGrid): TemplateResult {
  const { settings } = context;
  const { forCompare, state } = context.view;
  const marker = hitMarks.of(state);
  const { list, form } = window;
  const { first, end, shift } = window.inView;
  const hidesYear = sharesYear(context);
  const hasSeveral = selected.count > 0;
  const rowAt = (position: number): TemplateResult => {
    const isSelected = selected.has(position);
    const isOneOfSeveral = hasSeveral && isSelected;
    const isCurrent = hasSeveral && position === active;
    const row = rows.row(position);
    const mark = row === undefined ? rows.mark(position) : undefined;
    const ref = (row ?? mark)?.ref;
    const isForCompare = forCompare !== undefined && ref?.source === forCompare.source && ref.index === forCompare.index;
    const day = dayChange((at) => rows.row(at), position, order, settings.timeZone);
    return listRow(
      {
        position,
        row,
        mark,
        isSelected,
        isOneOfSeveral,
        isCurrent,
        day,
        columns,
        settings,
        hidesYear,
        form,
        isForCompare,
        isOfOneCaller,
        marker,
      },
      acts,
    );
  };
  return html`<div
    class="grid ${form} ${hasSeveral ? 'several' : ''} ${hidesYear ? '' : 'dated'} "
    .style=${columnStyle(columns, widths)}
    role="grid"
    tabindex="0"
    aria-label=${l10n.t('Records')}
    aria-multiselectable="true"
    aria-rowcount=${rows.matching === undefined ? -1 : rows.matching + 1}
    aria-colcount=${7 + columns.length}
    aria-activedescendant=${active !== undefined && active >= first && active < end ? `row-${active}` : nothing}
    data-menu=${hasSeveral ? menuPlace({ auditLogPlace: 'records', ...(selected.count === 2 && { isPair: true }) }) : active === undefined ? nothing : menuPlace({ auditLogPlace: 'record' })}
    @keydown=${acts.key}
    @scroll=${window.scrolled}
    @wheel=${window.wheel}
  >
    ${listHead(order, columns, settings, acts.sort)}
    <div class="tall" role="presentation" .style=${`height:${scrollHeight(list)}px`}>
      <div class="rows" role="rowgroup" .style=${`height:${Math.min(list.viewport, scrollHeight(list))}px`}>
        <div role="presentation" .style=${`transform:translateY(${-shift}px)`}>
          ${Array.from({ length: end - first }, (_, offset) => rowAt(first + offset))}
        </div>
      </div>
    </div>
  </div>`;
}
