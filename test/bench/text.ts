/** A number of bytes with three digits and its decimal unit, such as `1.14 GB`. */
export function bytesText(bytes: number): string {
  for (const [size, unit] of [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'KB'],
  ] as const) {
    if (bytes >= size * 0.9995) {
      return `${digits(bytes / size)} ${unit}`;
    }
  }
  return `${bytes} B`;
}

/** Three digits, or all there are before the point. */
export function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}
