import { html } from 'lit';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { laneHeight } from './laneRows.ts';
import type { LaneItem } from '../../src/scene/laneScene.ts';
import { itemText } from './laneWords.ts';

/** Where a lane is. Lengths in CSS pixels. */
export interface LanePlace {
  /** What all lanes scroll in. */
  readonly rows: HTMLElement;
  /** Of the lane, without the names beside it. */
  readonly width: number;
  /** From the first line in sight. */
  readonly top: number;
}

const height = 24;
const minRoom = 240;

/** What is under the pointer, above its lane where there is room, so that the lane itself stays in sight. */
export function laneTip(item: LaneItem, { rows, width, top }: LanePlace, settings: ViewSettings): unknown {
  const above = rows.offsetTop + top;
  const left = Math.max(4, Math.min(item.left, width - minRoom)) + rows.clientWidth - width;
  return html`<div class="tip" .style=${`left:${left}px;top:${above < height ? above + laneHeight + 2 : above - height}px`}>
    ${itemText(item, settings)}
  </div>`;
}
