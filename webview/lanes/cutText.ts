/** Where there is room for text, on one line. Lengths in CSS pixels; `y` is its middle. */
interface TextPlace {
  readonly left: number;
  readonly room: number;
  readonly y: number;
}

const plateHeight = 14;

/** Text as far as it has room, on a plate where lines would run through it. */
export function writeWithin(
  context: CanvasRenderingContext2D,
  text: string,
  { left, room, y }: TextPlace,
  colours: { readonly text: string; readonly plate: string | undefined },
): void {
  const shown = cutTo(text, room, (part) => context.measureText(part).width);
  if (shown === '') {
    return;
  }
  if (colours.plate !== undefined) {
    context.fillStyle = colours.plate;
    context.fillRect(left - 3, y - plateHeight / 2, context.measureText(shown).width + 6, plateHeight);
  }
  context.fillStyle = colours.text;
  context.fillText(shown, left, y + 0.5);
}

/** The text, or its beginning with an ellipsis; empty where not even a few letters have room. */
export function cutTo(text: string, room: number, widthOf: (text: string) => number): string {
  if (text === '' || widthOf(text) <= room) {
    return room > 0 ? text : '';
  }
  let shown = text.slice(0, Math.max(0, Math.floor((text.length * room) / widthOf(text))));
  while (shown.length > 0 && widthOf(`${shown}…`) > room) {
    shown = shown.slice(0, -1);
  }
  return shown.length < 3 ? '' : `${shown.trimEnd()}…`;
}
