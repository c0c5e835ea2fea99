/**
 * Correlation of records. In Attestation's logs it is `##` and three GUIDs joined by `_`, for which no public grammar exists; other
 * writers put a real correlation vector there (microsoft/CorrelationVector).
 */
export type Correlation =
  /** All zero: it says "none" and must never link two records. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opaque' }
  /** `base` is shared by all records of one operation; `elements` are its counters. */
  | { readonly kind: 'vector'; readonly base: string; readonly elements: readonly string[] };

export function parseCorrelation(text: string): Correlation {
  if (/^[#{}0_\-.\s]*$/.test(text)) {
    return { kind: 'none' };
  }
  const vector = /^([A-Za-z0-9+/]{16}|[A-Za-z0-9+/]{22})((?:\.\d+)+)!?$/.exec(text);
  if (text.length <= 128 && vector !== null) {
    return { kind: 'vector', base: vector[1]!, elements: vector[2]!.slice(1).split('.') };
  }
  return { kind: 'opaque' };
}
