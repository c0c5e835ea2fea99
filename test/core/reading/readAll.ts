import { stateAt } from '../../../src/core/reading/parserState.ts';
import { RecordReader } from '../../../src/core/reading/recordReader.ts';
import { RecordScanner } from '../../../src/core/json/recordScanner.ts';
import type { ReaderState } from '../../../src/core/reading/readerState.ts';
import type { BrokenStretch } from '../../../src/core/reading/recordSink.ts';

export interface ReadLog {
  readonly records: readonly { readonly text: string; readonly offset: number; readonly line: number }[];
  readonly broken: readonly BrokenStretch[];
  readonly container: string;
}

/** A reader, and what it has told so far. */
export function startReader(from?: ReaderState): { readonly reader: RecordReader; readonly reported: () => ReadLog } {
  const records: { text: string; offset: number; line: number }[] = [];
  const broken: BrokenStretch[] = [];
  const reader = new RecordReader(
    new RecordScanner(),
    {
      record(window, start, end, base, line) {
        records.push({ text: new TextDecoder().decode(window.subarray(start, end)), offset: base + start, line });
      },
      broken(stretch) {
        broken.push(stretch);
      },
    },
    stateAt(from),
  );
  return { reader, reported: () => ({ records, broken, container: reader.shape.name() }) };
}

/** Reads a whole log that arrives in pieces of the given sizes (the last size repeats). */
export function readAll(bytes: Uint8Array, sizes: readonly number[] = [bytes.length || 1]): ReadLog {
  const { reader, reported } = startReader();
  for (let offset = 0, turn = 0; offset < bytes.length; turn++) {
    const size = Math.max(1, sizes[Math.min(turn, sizes.length - 1)]!);
    for (let more = reader.push(bytes.slice(offset, offset + size)); more; more = reader.proceed(1000));
    offset += size;
  }
  while (reader.end(1000));
  return reported();
}
