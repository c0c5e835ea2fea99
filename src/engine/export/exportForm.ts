/**
 * How records are written one after the other. What a form holds back must not grow with the number of records.
 *
 * What is given belongs to the receiver. The bytes that `record` is given are valid during the call only.
 */
export interface ExportForm {
  /** What stands before the first record. */
  begin(): Uint8Array;
  /** What is to be written of a record; nothing where it is held back to be written with others. */
  record(row: number, bytes: Uint8Array): Uint8Array;
  /** What stands after the last record, and all that was held back. */
  end(): Uint8Array;
}

export const nothing = new Uint8Array(0);

const encoder = new TextEncoder();

/** UTF-8. Halves of characters become U+FFFD. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
