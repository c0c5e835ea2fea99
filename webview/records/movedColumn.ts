/** The fields with one of them at another place, both counted from 0; the very same list where there is no such place. */
export function movedColumn(fields: readonly string[], from: number, to: number): readonly string[] {
  const field = fields[from];
  return field === undefined || to === from || to < 0 || to >= fields.length ? fields : fields.toSpliced(from, 1).toSpliced(to, 0, field);
}
