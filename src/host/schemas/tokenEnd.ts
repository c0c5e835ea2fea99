/** Where the JSON token ends that begins at a column: a text, a word or number, or one character. Within the line. */
export function tokenEnd(line: string, column: number): number {
  if (line[column] === '"') {
    for (let end = column + 1; end < line.length; end++) {
      if (line[end] === '\\') {
        end++;
      } else if (line[end] === '"') {
        return end + 1;
      }
    }
    return line.length;
  }
  const [word = ''] = /^[\w.+-]+/.exec(line.slice(column)) ?? [];
  return column + Math.max(1, word.length);
}
