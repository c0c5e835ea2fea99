/** The numbers of the places for values, in the order of the text. */
export function placesIn(text: string): readonly number[] {
  return [...text.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place));
}

/** The words whose codes begin so, by the rest of their codes. */
export function wordsUnder(words: Readonly<Record<string, string>>, beginning: string): ReadonlyMap<string, string> {
  const found = Object.entries(words).filter(([code]) => code.startsWith(beginning));
  return new Map(found.map(([code, text]) => [code.slice(beginning.length), text]));
}
