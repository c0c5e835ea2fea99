import { readAgain } from '../index/readAgain.ts';
import type { LogIndex } from '../index/logIndex.ts';

/** Bytes that are read at once, unless a record is longer. */
const readSize = 1024 * 1024;

/** A record of a source, or a stretch between records. */
export interface SourceUnit {
  readonly bytes: Uint8Array;
  /** Undefined for a stretch between records. */
  readonly row: number | undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly row: number | undefined;
}

/** All bytes of a source in their order, decoded: records and what is between them. The bytes are valid until the next unit is asked for. */
export async function* sourceUnits(index: LogIndex, number: number, signal: AbortSignal): AsyncGenerator<SourceUnit> {
  const { source } = index.sources[number]!;
  let waiting: Place[] = [];
  const read = async (): Promise<readonly SourceUnit[]> => {
    const start = waiting[0]!.start;
    const bytes = await readAgain(source, start, waiting.at(-1)!.end - start, signal);
    const units = waiting.map(({ start: from, end, row }) => ({ bytes: bytes.subarray(from - start, end - start), row }));
    waiting = [];
    return units;
  };
  for (const place of places(index, number)) {
    if (waiting.length > 0 && place.end - waiting[0]!.start > readSize) {
      yield* await read();
    }
    waiting.push(place);
  }
  if (waiting.length > 0) {
    yield* await read();
  }
}

function* places({ table, sources, rows }: LogIndex, number: number): Generator<Place> {
  const { source, firstRow, records } = sources[number]!;
  let at = 0;
  for (let row = firstRow; row < Math.min(rows, firstRow + records); row++) {
    const start = table.offset.at(row);
    yield* between(at, start);
    at = start + table.byteLength.data[row]!;
    yield { start, end: at, row };
  }
  yield* between(at, source.decodedEnd);
}

function* between(from: number, to: number): Generator<Place> {
  for (let start = from; start < to; start += readSize) {
    yield { start, end: Math.min(to, start + readSize), row: undefined };
  }
}
