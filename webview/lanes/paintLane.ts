import { canvasContext } from '../chart/canvasContext.ts';
import type { Palette } from '../theme/palette.ts';
import { writeWithin } from './cutText.ts';
import type { LaneItem } from '../../src/scene/laneScene.ts';
import { paintSymbol } from './paintSymbol.ts';

/** What a lane is painted with. Lengths in CSS pixels. */
export interface LanePaint {
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly font: string;
  /** Which item the keyboard or pointer is on. */
  readonly current: number | undefined;
  /** Where the time of the selected record is; undefined where it is out of sight. */
  readonly selected: number | undefined;
}

const inset = 3;
const textRoom = 12;

/** Paints a lane: each bar has words or a pattern beside its colour. */
export function paintLane(canvas: HTMLCanvasElement, items: readonly LaneItem[], paint: LanePaint): void {
  const { width, height, palette } = paint;
  const context = canvasContext(canvas, width, height);
  if (context === null) {
    return;
  }
  context.font = paint.font;
  context.textBaseline = 'middle';
  items.forEach((item, index) => {
    if (item.kind === 'period') {
      paintPeriod(context, item, paint);
    } else {
      paintMark(context, item, paint);
    }
    if (index === paint.current) {
      context.strokeStyle = palette.brushEdge;
      context.lineWidth = 2;
      context.strokeRect(item.left + 0.5, 1.5, Math.max(3, item.right - item.left - 1), height - 3);
    }
  });
  if (paint.selected !== undefined) {
    context.fillStyle = palette.text;
    context.fillRect(Math.round(paint.selected), 0, 1, height);
  }
}

type Period = Extract<LaneItem, { kind: 'period' }>;
type Mark = Extract<LaneItem, { kind: 'mark' }>;

function paintPeriod(context: CanvasRenderingContext2D, item: Period, { height, palette }: LanePaint): void {
  const { left, look } = item;
  const width = item.right - left;
  const [top, room] = [inset, height - 2 * inset];
  const colour = look === 'set' ? palette.states[item.colour % palette.states.length]! : palette.muted;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 1;
  switch (look) {
    case 'gone':
      context.fillRect(left, height / 2, width, 1);
      break;
    case 'unknown':
      stripe(context, left, top, width, room);
      break;
    case 'many':
      for (let x = left; x < item.right; x += 3) {
        context.fillRect(x, top, 1, room);
      }
      break;
    case 'set':
    case 'reset':
      context.globalAlpha = 0.35;
      context.fillRect(left, top, width, room);
      context.globalAlpha = 1;
      // The edge says where it begins, and has the contrast that the ground need not have.
      context.fillRect(left, top, Math.min(2, width), room);
      context.fillRect(left, top + room - 1, width, 1);
      break;
  }
  const plate = look === 'set' || look === 'reset' ? undefined : palette.background;
  writeWithin(context, item.text, { left: left + 5, room: width - textRoom, y: height / 2 }, { text: palette.text, plate });
}

function stripe(context: CanvasRenderingContext2D, left: number, top: number, width: number, height: number): void {
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.beginPath();
  for (let x = Math.floor(left / 8) * 8 - height; x < left + width; x += 8) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

function paintMark(context: CanvasRenderingContext2D, item: Mark, { height, palette }: LanePaint): void {
  const { left, right, group, count, isNumber } = item;
  const middle = (left + right) / 2;
  if (isNumber) {
    context.fillStyle = palette.groups[group];
    context.fillRect(left + 1, height - inset - 2, right - left - 2, 2);
    context.fillStyle = palette.text;
    context.textAlign = 'center';
    context.fillText(String(count), middle, height / 2 - 1);
    context.textAlign = 'left';
  } else if (group === 'success') {
    context.fillStyle = palette.groups.success;
    context.fillRect(left, inset + 1, Math.max(2, Math.min(right - left - 1, 3)), height - 2 * inset - 2);
  } else {
    paintSymbol(context, { x: middle, y: height / 2, size: 9, group }, palette);
  }
}
