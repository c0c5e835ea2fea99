/** Text as far as it has room. */
export function writeWithin(context: CanvasRenderingContext2D, text: string, left: number, room: number, y: number, colour: string): void {
  const shown = cutTo(text, room, (part) => context.measureText(part).width);
  if (shown !== '') {
    context.fillStyle = colour;
    context.fillText(shown, left, y + 0.5);
  }
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
