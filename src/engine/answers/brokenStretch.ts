import type { Container } from '../../core/reading/container.ts';
import { invalid, Scan, scanValue } from '../../core/json/jsonScanner.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { storedFinding } from '../index/storedFinding.ts';

/** So much is read of a broken record at most. */
const maxStretchLength = 1024 * 1024;

/** Containers whose records are on lines of their own, unless one of them spans several. */
const lineContainers: ReadonlySet<Container> = new Set(['ndjson', 'comma-lines', 'json-seq']);

/** The bytes of a broken record: offsets are those of `bytes`, of which the first is at `base` in the source. */
export interface BrokenText {
  readonly bytes: Uint8Array;
  readonly base: number;
  readonly start: number;
  readonly failure: number;
}

/**
 * What can be read of the record that a finding reports as broken, up to the next record or finding. Of a finding only the
 * place of the failure is kept: where the record begins is found by reading strictly, which must fail at that very place.
 * Undefined where it does nowhere, such as in text that is no record.
 */
export async function readBroken(index: LogIndex, source: number, finding: number): Promise<BrokenText | undefined> {
  const { offset } = storedFinding(index, source, finding);
  const { before, after } = neighbours(index, source, finding, offset);
  if (offset - before >= maxStretchLength) {
    return undefined;
  }
  const window = await index.sources[source]!.source.read(before, Math.min(after - before, maxStretchLength));
  const failure = offset - before;
  const { shape } = index.sources[source]!;
  const isOnLine = shape.isPlainLines || (lineContainers.has(shape.name()) && !shape.spansLines);
  const bytes = isOnLine ? window.subarray(0, lineEnd(window, failure)) : window;
  const start = recordStart(bytes, isOnLine ? lineStart(bytes, failure) : 0, failure);
  return start === undefined ? undefined : { bytes, base: before, start, failure };
}

/** Where the record or finding before a failure ends, and where the next begins. */
function neighbours(index: LogIndex, source: number, finding: number, offset: number): { readonly before: number; readonly after: number } {
  const { firstRow, records, findings } = index.sources[source]!;
  const { table } = index;
  let low = firstRow;
  let high = Math.min(firstRow + records, index.rows);
  const rowsEnd = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table.offset.at(middle) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const rowEnd = low > firstRow ? table.offset.at(low - 1) + table.byteLength.data[low - 1]! : 0;
  const rowStart = low < rowsEnd ? table.offset.at(low) : Infinity;
  const previous = finding > 0 && findings.recordAt(finding - 1) === -1 ? findings.at(finding - 1) : undefined;
  const next = finding + 1 < findings.length && findings.recordAt(finding + 1) === -1 ? findings.offsetAt(finding + 1) : Infinity;
  const previousEnd = previous !== undefined && previous.offset < offset ? previous.offset + previous.length : 0;
  return { before: Math.max(rowEnd, previousEnd), after: Math.min(rowStart, next > offset ? next : Infinity) };
}

/** The first brace from which strict reading fails at a place. What was passed on the way is not looked at again. */
function recordStart(bytes: Uint8Array, from: number, failure: number): number | undefined {
  const scan = new Scan();
  let position = bytes.indexOf(0x7b, from);
  while (position !== -1 && position < failure) {
    scan.reset();
    const end = scanValue(bytes, position, bytes.length, scan);
    if (end === invalid && scan.failure === failure) {
      return position;
    }
    if (end < 0 && end !== invalid) {
      return undefined;
    }
    position = bytes.indexOf(0x7b, Math.max(position + 1, end === invalid ? scan.failure : end));
  }
  return undefined;
}

function lineStart(bytes: Uint8Array, position: number): number {
  return Math.max(bytes.lastIndexOf(0x0a, position - 1), bytes.lastIndexOf(0x0d, position - 1)) + 1;
}

function lineEnd(bytes: Uint8Array, position: number): number {
  const ends = [bytes.indexOf(0x0a, position), bytes.indexOf(0x0d, position), bytes.length];
  return Math.min(...ends.filter((end) => end !== -1));
}
