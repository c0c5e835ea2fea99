/** Sizes a canvas to its place on the screen, and gives what draws on it in CSS pixels; null where the browser has none. It is empty. */
export function canvasContext(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = canvas.getContext('2d');
  if (canvas.width !== wide || canvas.height !== high) {
    // Which empties it too, but takes longer.
    canvas.width = wide;
    canvas.height = high;
  } else {
    context?.reset();
  }
  context?.scale(ratio, ratio);
  return context;
}
