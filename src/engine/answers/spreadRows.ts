/** Rows that are spread evenly over a log, at most `limit`, in their order. */
export function spreadRows(rows: number, limit: number): Uint32Array {
  const count = Math.min(rows, limit);
  return Uint32Array.from({ length: count }, (_, place) => Math.floor((place * rows) / count));
}
