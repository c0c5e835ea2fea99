/** A text that is shown: the record's own, or JSON text in one of its strings, to any depth. */
export interface TextLayer {
  readonly text: string;
  /**
   * For each UTF-16 unit of the text where it begins in the record's text, and for its end where that is; undefined for the record's
   * own text.
   */
  readonly places: Int32Array | undefined;
}

/** Where a place of a layer is in the record's text. */
export function placeInRecord({ places }: TextLayer, at: number): number {
  return places === undefined ? at : places[at]!;
}

/** The first place of a layer, from `from` up to `to`, that is not before a place of the record's text. */
export function placeInLayer({ places }: TextLayer, from: number, to: number, place: number): number {
  if (places === undefined) {
    return Math.max(from, Math.min(to, place));
  }
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** What is in the JSON string whose quotes are at `start` and right before `end`, escapes resolved. */
export function stringLayer(outer: TextLayer, start: number, end: number): TextLayer {
  const text = JSON.parse(outer.text.slice(start, end)) as string;
  const places = new Int32Array(text.length + 1);
  let at = start + 1;
  for (let unit = 0; unit < text.length; unit++) {
    places[unit] = placeInRecord(outer, at);
    at += outer.text[at] !== '\\' ? 1 : outer.text[at + 1] === 'u' ? 6 : 2;
  }
  places[text.length] = placeInRecord(outer, end - 1);
  return { text, places };
}
