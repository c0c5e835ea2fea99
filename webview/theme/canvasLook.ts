import { resolvePalette, type Palette } from './palette.ts';

/** The colours and the font that a canvas draws with. */
export interface Look {
  readonly palette: Palette;
  /** The family of the font, as CSS writes it. */
  readonly family: string;
}

/** The look of an element, which takes as long to read as a small chart to draw: it is read once for each theme. */
export class CanvasLook {
  #known: Look | undefined;

  /** The look of the theme at the time of the first call, until it is forgotten. */
  of(element: Element): Look {
    return (this.#known ??= { palette: resolvePalette(element), family: getComputedStyle(element).fontFamily });
  }

  /** To be called when the theme has changed. */
  forget(): void {
    this.#known = undefined;
  }
}
