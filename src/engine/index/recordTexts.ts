import type { LogIndex } from './logIndex.ts';

const readSize = 1024 * 1024;

/**
 * Visits the bytes of many records in file order, reading the source in large pieces. `rows` must rise. The bytes are
 * valid during the visit only. Looks at the signal between pieces.
 */
export async function visitRecords(
  index: LogIndex,
  rows: Uint32Array,
  signal: AbortSignal,
  visit: (row: number, bytes: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const { offset, byteLength } = index.table;
  for (let first = 0; first < rows.length;) {
    signal.throwIfAborted();
    const source = index.sourceOf(rows[first]!);
    const start = offset.at(rows[first]!);
    let last = first;
    let end = start + byteLength.data[rows[first]!]!;
    while (last + 1 < rows.length && index.sourceOf(rows[last + 1]!) === source) {
      const row = rows[last + 1]!;
      const nextEnd = offset.at(row) + byteLength.data[row]!;
      if (nextEnd - start > readSize) {
        break;
      }
      end = nextEnd;
      last++;
    }
    const bytes = await index.sources[source]!.source.read(start, end - start);
    for (let place = first; place <= last; place++) {
      const row = rows[place]!;
      const from = offset.at(row) - start;
      const pending = visit(row, bytes.subarray(from, from + byteLength.data[row]!));
      if (pending !== undefined) {
        await pending;
      }
    }
    first = last + 1;
  }
}
