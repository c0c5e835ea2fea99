import { Kept } from '../base/kept.ts';
import type { GapMark } from '../../src/scene/gapMarks.ts';
import type { Look } from '../theme/canvasLook.ts';
import { canvasContext } from './canvasContext.ts';
import type { ChartInteraction } from './chartInteraction.ts';
import { type ChartGiven, makeScene, makeStill, sceneOf, type StillGiven, type StillScene } from './chartScene.ts';
import { drawChart, drawOverviewWindow, drawStillOverview } from './drawChart.ts';
import type { DrawCommand } from './drawing.ts';
import { paint } from './paint.ts';

/** What the picture of an overview was made of. */
interface PictureGiven extends StillGiven {
  readonly gaps: readonly GapMark[];
  readonly look: Look;
  /** Pixels of the screen per CSS pixel. */
  readonly ratio: number;
}

interface Picture {
  readonly of: PictureGiven;
  readonly scene: StillScene;
  readonly commands: readonly DrawCommand[];
  readonly canvas: HTMLCanvasElement;
}

/**
 * Draws a chart. An overview has hundreds of bars that stay where they are while its window moves in each frame of a zoom: they are
 * drawn once, onto a canvas of their own.
 */
export class ChartDrawing {
  readonly #given = new Kept<PictureGiven>();
  #picture: Picture | undefined;

  /** Draws on a canvas, and gives what was drawn. */
  draw(canvas: HTMLCanvasElement, given: ChartGiven, hands: ChartInteraction, look: Look): readonly DrawCommand[] {
    const context = sizedContext(canvas, given, look);
    if (context === null) {
      return [];
    }
    if (given.overview) {
      return this.#drawOverview(context, given, hands, look);
    }
    const scene = makeScene(given, hands);
    const commands = scene === undefined ? [] : drawChart(scene);
    paint(context, commands, look.palette);
    return commands;
  }

  #drawOverview(context: CanvasRenderingContext2D, given: ChartGiven, hands: ChartInteraction, look: Look): readonly DrawCommand[] {
    const picture = this.#pictureOf(given, hands.gapStretches.drawn, look);
    if (picture === undefined) {
      return [];
    }
    const { ground, front } = drawOverviewWindow(sceneOf(picture.scene, given, hands));
    paint(context, ground, look.palette);
    context.save();
    context.resetTransform();
    context.drawImage(picture.canvas, 0, 0);
    context.restore();
    paint(context, front, look.palette);
    return [...ground, ...picture.commands, ...front];
  }

  #pictureOf({ buckets, series, span, backdrop, settings, overview, numbered, size }: ChartGiven, gaps: readonly GapMark[], look: Look) {
    const still: StillGiven = { buckets, series, span, backdrop, settings, overview, numbered, size };
    const of = this.#given.of({ ...still, gaps, look, ratio: window.devicePixelRatio });
    if (this.#picture?.of !== of) {
      const scene = makeStill(still, gaps);
      this.#picture = scene && { of, scene, ...drawnPicture(scene, still, look) };
    }
    return this.#picture;
  }
}

function drawnPicture(scene: StillScene, given: StillGiven, look: Look): Pick<Picture, 'commands' | 'canvas'> {
  const canvas = document.createElement('canvas');
  const context = sizedContext(canvas, given, look);
  const commands = drawStillOverview(scene);
  if (context !== null) {
    paint(context, commands, look.palette);
  }
  return { commands, canvas };
}

function sizedContext(canvas: HTMLCanvasElement, { size }: StillGiven, { family }: Look): CanvasRenderingContext2D | null {
  const context = canvasContext(canvas, size.width, size.height);
  if (context !== null) {
    context.font = `11px ${family}`;
  }
  return context;
}
