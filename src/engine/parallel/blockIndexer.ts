import { formatSetOf } from '../../core/formats/formatChoice.ts';
import { openSeam, seamInUtf8 } from '../../core/reading/decoding/seam.ts';
import { stateAt } from '../../core/reading/parserState.ts';
import type { ReaderState } from '../../core/reading/readerState.ts';
import { RecordReader } from '../../core/reading/recordReader.ts';
import { RecordTable } from '../columns/recordTable.ts';
import { NewValues } from '../columns/tableValues.ts';
import { FindingWords } from '../findings/findingWords.ts';
import { RecordIndexer } from '../ingest/general/recordIndexer.ts';
import { holdsNul } from '../sources/holdsNul.ts';
import type { Block } from './block.ts';
import type { BlockBatch } from './blockBatch.ts';
import type { BlockSetup } from './blockWorkers.ts';

/** Most bytes that are read at once: they should stay in the processor's cache. */
const pieceSize = 512 * 1024;

/** More findings would take more memory than the block. */
const maxFindings = 1_000_000;

/** Fills part of an array from an offset of the source; returns how many bytes it had. */
export type ReadInto = (into: Uint8Array, offset: number) => number;

/**
 * Indexes blocks of one source that do not follow each other. What is learned from one, values and verdicts, serves all
 * that come after.
 */
export class BlockIndexer {
  private readonly values: NewValues;
  private readonly indexer: RecordIndexer;
  private readonly words: FindingWords;
  private buffer: Uint8Array = new Uint8Array(pieceSize);
  private readonly readInto: ReadInto;

  constructor({ seed, formats }: BlockSetup, readInto: ReadInto) {
    const table = new RecordTable(seed);
    this.values = new NewValues(table);
    this.words = new FindingWords(seed);
    this.indexer = new RecordIndexer(table, this.words, seed, formatSetOf(formats));
    this.readInto = readInto;
  }

  /** See `BlockWorker.read`. */
  read({ start, end }: Block, from: ReaderState): BlockBatch | undefined {
    const reader = new RecordReader(this.indexer, this.indexer, stateAt({ ...from, offset: start, line: 1, spent: 0 }));
    const isWhole = this.push(reader, start, end);
    const state = reader.betweenLines;
    const batch = this.indexer.take();
    if (!isWhole || state === undefined) {
      return undefined;
    }
    return { ...batch, values: this.values.take(), words: this.words.takeNew(), lines: state.line - 1, spent: state.spent };
  }

  /** False if the source has ended before the block, if its encoding may change within, or if there is too much to report about it. */
  private push(reader: RecordReader, start: number, end: number): boolean {
    for (let offset = start; offset < end;) {
      const piece = this.buffer.subarray(0, Math.min(pieceSize, end - offset));
      const length = this.readInto(piece, offset);
      if (length < piece.length) {
        return false;
      }
      // What ends with a line is read at once, and the buffer free again.
      const lineEnd = piece.lastIndexOf(0x0a) + 1;
      const used = lineEnd === 0 ? piece : piece.subarray(0, lineEnd);
      if (holdsSeam(used, piece)) {
        return false;
      }
      reader.push(used);
      offset += used.length;
      if (this.indexer.findings > maxFindings) {
        return false;
      }
      if (reader.offset < offset) {
        this.buffer = new Uint8Array(pieceSize);
      }
    }
    return true;
  }
}

/** Whether the encoding of the source may change within bytes before which a line begins; those after them are looked at as well. */
function holdsSeam(bytes: Uint8Array, withRest: Uint8Array): boolean {
  if (!holdsNul(withRest)) {
    return openSeam(withRest, 0, bytes.length) !== undefined;
  }
  const line = new Uint8Array(withRest.length + 1);
  line[0] = 0x0a;
  line.set(withRest, 1);
  return seamInUtf8(line, 1, bytes.length + 1, false) !== undefined;
}
