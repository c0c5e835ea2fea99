import type { ChartScene, SceneGap } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** What a line of a gap's label takes, and how narrow a gap may be to have one. */
const labelWidth = 104;
const labelHeight = 14;
/** Of the first line, so that it is clear of a cap. */
const baseline = 15;
const minLabelled = 36;
/** How high the cap of a gap is, by how much is missing. Bars end below the highest cap. */
const minCap = 3;
export const maxCap = 6;

/** Hatching where numbers are missing, below the labels of the axis, which could not be read on it. */
export function drawGaps({ gapStretches }: ChartScene, top: number, bottom: number): DrawCommand[] {
  return gapStretches.map(({ left, right }) => ({
    kind: 'rectangle',
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: 'gapStretch',
  }));
}

/** Bars hide hatching: each gap has a solid cap above all bars, too, the higher the more is missing. */
export function drawGapCaps({ gapStretches }: ChartScene, top: number): DrawCommand[] {
  const heights = heightsByMissing(gapStretches, minCap, maxCap);
  return gapStretches.map(({ left, right }, index) => ({
    kind: 'rectangle',
    x: left,
    y: top,
    width: right - left,
    height: heights[index]!,
    fill: 'gapCap',
  }));
}

/** How high the marks of gaps are, by magnitude: what is missing may be one number here and a million there. */
export function heightsByMissing(gapStretches: readonly Pick<SceneGap, 'missing'>[], least: number, greatest: number): readonly number[] {
  const most = gapStretches.reduce((found, { missing }) => (missing > found ? missing : found), 1n);
  const unit = (greatest - least) / Math.max(1, Math.log2(Number(most)));
  return gapStretches.map(({ missing }) => least + Math.round(unit * Math.log2(Number(missing))));
}

/** The highest pixel that bars take between two pixels from the left. */
export type BarTop = (left: number, right: number) => number;

/**
 * Plates, to be drawn behind the bars, and the text on them. Labels that would be on one that covers more are left out:
 * the tip says the same.
 */
export function drawGapLabels(
  { gapStretches, width }: ChartScene,
  top: number,
  barTop: BarTop,
): { readonly plates: DrawCommand[]; readonly texts: DrawCommand[] } {
  const placed: { readonly x: number; readonly gapStretch: SceneGap }[] = [];
  for (const [rank, gapStretch] of byMissing(gapStretches).entries()) {
    const middle = Math.min(width - labelWidth / 2, Math.max(labelWidth / 2, (gapStretch.left + gapStretch.right) / 2));
    const x = middle - labelWidth / 2;
    // A narrow gap has one only if it lacks more than all the others, and bars leave room for it.
    const isWorthy =
      gapStretch.right - gapStretch.left >= minLabelled || (rank === 0 && barTop(x, x + labelWidth) >= top + heightOf(gapStretch));
    if (gapStretch.label.length > 0 && isWorthy && placed.every((other) => Math.abs(other.x - x) >= labelWidth)) {
      placed.push({ x, gapStretch });
    }
  }
  return {
    plates: placed.map(({ x, gapStretch }) => ({
      kind: 'rectangle',
      x,
      y: top,
      width: labelWidth,
      height: heightOf(gapStretch),
      fill: 'plate',
    })),
    texts: placed
      .toSorted((one, other) => one.x - other.x)
      .flatMap(({ x, gapStretch: { label } }) =>
        label.map((text, line): DrawCommand => ({
          kind: 'text',
          x: x + labelWidth / 2,
          y: top + baseline + line * labelHeight,
          text,
          align: 'center',
          tone: 'text',
        })),
      ),
  };
}

function heightOf({ label }: SceneGap): number {
  return label.length * labelHeight + 4;
}

/** What lacks most first; of those that lack as much, the widest. */
function byMissing(gapStretches: readonly SceneGap[]): readonly SceneGap[] {
  return gapStretches.toSorted((one, other) =>
    one.missing === other.missing ? other.right - other.left - (one.right - one.left) : one.missing < other.missing ? 1 : -1,
  );
}
