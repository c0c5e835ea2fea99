/** Whether a text is that of a pattern, in which each `*` stands for any text. Case counts. */
export function starPattern(pattern: string): (text: string) => boolean {
  const parts = pattern.split('*');
  return (text) => consistsOf(text, parts);
}

/** Whether a text consists of the parts in their order, with any text between them. */
function consistsOf(text: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) {
    return text === first;
  }
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) {
    return false;
  }
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at === -1) {
      return false;
    }
    from = at + part.length;
  }
  return from <= text.length - last.length;
}
