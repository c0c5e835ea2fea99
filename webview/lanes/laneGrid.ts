import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { menuPlace } from '../base/contextMenu.ts';
import type { LaneCursor } from './laneCursor.ts';
import { laneHeight, type LaneRow } from './laneRows.ts';
import { type LaneActs, laneName } from './laneRowView.ts';
import type { LaneItem } from '../../src/scene/laneScene.ts';
import { itemText } from './laneWords.ts';

export interface LaneGrid {
  readonly rows: readonly LaneRow[];
  /** Those in sight, and the number of the first one. */
  readonly shown: readonly LaneRow[];
  readonly first: number;
  readonly cursor: LaneCursor;
  readonly settings: ViewSettings;
  readonly acts: LaneActs;
  readonly itemsOf: (row: LaneRow) => readonly LaneItem[];
  /** What screen readers hear of a row. */
  readonly labelOf: (row: LaneRow) => string;
  readonly onScroll: (top: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onClick: (row: LaneRow, x: number) => void;
  readonly onWheel: (event: WheelEvent) => void;
}

/** The lines in sight, each with a canvas for its lane. */
export function laneGrid(grid: LaneGrid): unknown {
  const { rows, shown, first, cursor } = grid;
  return html`<div
      class="rows"
      role="treegrid"
      tabindex="0"
      aria-label=${l10n.t('Lanes')}
      aria-rowcount=${rows.length}
      aria-describedby="keys"
      aria-activedescendant=${cursor.active === undefined ? nothing : `row${cursor.active}`}
      @scroll=${(event: Event) => grid.onScroll((event.currentTarget as Element).scrollTop)}
      @keydown=${grid.onKey}
      data-menu=${placeOf(cursor.row)}
      @pointerleave=${() => cursor.leave()}
    >
      <div class="ground" role="presentation" .style=${`height:${rows.length * laneHeight}px`}></div>
      ${shown.map((row, index) => line(grid, row, first + index))}
    </div>
    <div id="keys" class="hidden-visually">
      ${l10n.t('Up and down arrows move by a lane, left and right arrows by what is on it. Enter selects its record, opens a heading or shows what is within a lane. F shows only the records of the lane, Shift+F leaves them out, P pins it.')}
    </div>
    <div class="hidden-visually" role="status">${spoken(grid)}</div>`;
}

function line(grid: LaneGrid, row: LaneRow, index: number): unknown {
  const { cursor, settings, acts } = grid;
  return html`<div
    class="row ${cursor.active === index ? 'active' : ''}"
    id="row${index}"
    role="row"
    aria-rowindex=${index + 1}
    aria-level=${levelOf(row)}
    aria-expanded=${row.kind === 'heading' || (row.kind === 'value' && row.within === undefined) ? row.isOpen : nothing}
    data-menu=${placeOf(row)}
    .style=${`top:${index * laneHeight}px`}
    @pointerdown=${() => cursor.goTo(index)}
  >
    <span role="gridcell">${laneName(row, settings, acts)}</span>
    ${row.kind === 'heading' ? nothing : lane(grid, row)}
  </div>`;
}

/** What the context menu is opened on. */
function placeOf(row: LaneRow | undefined): string {
  return menuPlace(row?.kind === 'value' ? { auditLogPlace: 'lane', laneKey: row.key } : { auditLogPlace: 'lanes' });
}

function levelOf(row: LaneRow): number {
  return row.kind === 'heading' ? 1 : row.kind === 'value' && row.within !== undefined ? 3 : 2;
}

function lane({ cursor, itemsOf, labelOf, onClick, onWheel }: LaneGrid, row: LaneRow): unknown {
  const items = itemsOf(row);
  return html`<span
    role="gridcell"
    aria-label=${labelOf(row)}
    class="lane ${cursor.pointed?.key === row.key ? 'link' : ''}"
    @pointermove=${(event: PointerEvent) => cursor.point(row, items, pixelIn(event))}
    @click=${(event: MouseEvent) => onClick(row, pixelIn(event))}
    @wheel=${onWheel}
  >
    <canvas aria-hidden="true" data-key=${row.key}></canvas>
  </span>`;
}

function spoken({ cursor, itemsOf, settings }: LaneGrid): string {
  const { row, item } = cursor;
  const found = row === undefined || item === undefined ? undefined : itemsOf(row)[item];
  return found === undefined ? '' : itemText(found, settings);
}

/** Where a pointer is within the lane that it is on. */
export function pixelIn(event: MouseEvent): number {
  return event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
}
