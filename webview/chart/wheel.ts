/** What a turn of the wheel over a chart asks for: a zoom by a factor, or a pan by a share of what is shown. */
export type WheelMove = { readonly kind: 'zoom'; readonly factor: number } | { readonly kind: 'pan'; readonly share: number };

/** One notch of a wheel is 100 to 120 pixels: it makes the span a quarter shorter or a third longer. */
const zoomPerPixel = 0.0026;
const pixelsPerLine = 20;
/** No single event zooms farther. */
const maxZoom = 4;

/**
 * With Ctrl or Cmd, as which Chromium also reports a pinch on a touch pad, the wheel zooms; with Shift, or to a side, it pans.
 * Otherwise it is left to scroll the page: undefined.
 *
 * @param width Of the chart in pixels.
 */
export function wheelMove(
  event: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  width: number,
): WheelMove | undefined {
  const unit = event.deltaMode === 1 ? pixelsPerLine : event.deltaMode === 2 ? width : 1;
  if (event.ctrlKey || event.metaKey) {
    const factor = Math.exp(event.deltaY * unit * zoomPerPixel);
    return { kind: 'zoom', factor: Math.min(maxZoom, Math.max(1 / maxZoom, factor)) };
  }
  const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
  const delta = isSideways ? event.deltaX : event.shiftKey ? event.deltaY : 0;
  return delta === 0 || width <= 0 ? undefined : { kind: 'pan', share: (delta * unit) / width };
}
