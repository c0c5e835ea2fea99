import type { Locator, Page } from 'playwright-core';
import { type Colour, contrast, parseColour } from '../../webview/theme/colour.ts';

/** The colour of a pixel of the page as it is shown, whatever drew it: what a screenshot says. */
export async function shownColour(page: Page, x: number, y: number): Promise<Colour> {
  const picture = await page.screenshot({ clip: { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 } });
  const [red, green, blue] = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data];
  }, picture.toString('base64'));
  return { red: red!, green: green!, blue: blue!, alpha: 1 };
}

/** The colour shown at a place of an element, both as shares of its size. */
export async function shownIn(element: Locator, right = 0.5, down = 0.5): Promise<Colour> {
  await element.scrollIntoViewIfNeeded();
  const box = (await element.boundingBox())!;
  return shownColour(element.page(), box.x + box.width * right, box.y + box.height * down);
}

/** A computed colour of an element. */
export async function computedColour(
  element: Locator,
  property: 'color' | 'background-color' | 'border-bottom-color' | 'border-left-color' | 'border-top-color' | 'outline-color' | 'fill',
): Promise<Colour> {
  const text = await element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
  const colour = parseColour(text);
  if (colour === undefined) {
    throw new Error(`no colour: ${text}`);
  }
  return colour;
}

/** Whether one can be told from the other, by WCAG 2.1. */
export function isReportedFrom(one: Colour, other: Colour): boolean {
  return contrast(one, other) >= 3;
}
