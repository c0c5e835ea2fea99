/**
 * Without what tells in which order values were met first: the numbers of findings, and the order of writers and groups
 * where nothing else decides it.
 */
export function withoutOrder(answers: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(answers), (name, value: unknown) => (name === 'finding' ? 0 : value));
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((item) => JSON.stringify(sorted(item))).sort()
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === 'rows' ? item : sorted(item)]))
        : value;
  return sorted(plain);
}
