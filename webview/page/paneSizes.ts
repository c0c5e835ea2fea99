/**
 * The panes of the page whose size the user can change. `names`: what stands beside the time axes. `fieldsHeight`: that of the fields
 * where they are above the records. `detailHeight`: that of the detail where it is below the list.
 */
export const panes = ['names', 'fields', 'fieldsHeight', 'detail', 'detailHeight', 'overview', 'histogram', 'lanes', 'list'] as const;

export type Pane = (typeof panes)[number];

/** Widths or heights in CSS pixels, of the panes that the user has changed. */
export type PaneSizes = { readonly [P in Pane]?: number | undefined };

/** Custom properties for the style sheets, which say what each pane has before. */
export function paneStyle(sizes: PaneSizes): string {
  return panes.map((pane) => (sizes[pane] === undefined ? '' : `--${pane}-size:${sizes[pane]}px;`)).join('');
}

/** Whether a value has the form of sizes that a page could have kept. */
export function isPaneSizes(value: unknown): value is PaneSizes {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([pane, size]) => panes.some((one) => one === pane) && (size === undefined || (Number.isFinite(size) && size > 0)),
    )
  );
}
