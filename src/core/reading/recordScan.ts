import type { FormatSet } from '../formats/formatSet.ts';
import { incomplete, type Scan } from '../json/jsonScanner.ts';
import { boundaryAfter } from '../recovery/recordSignature.ts';
import { maxRecordLength, type ReaderContext } from './readerContext.ts';

/** What scans a single record for the reader, and may note on the way what it finds. */
export interface RecordScan {
  readonly scan: Scan;
  /** The formats that records may be of: the built-in ones, if it does not say. */
  readonly formats?: FormatSet;
  /** Other bytes are at hand from now on, maybe in the same array. */
  renew?(): void;
  /** Scans the object at `start`: the offset after it, `incomplete` or `invalid` (then `scan` says where). */
  read(bytes: Uint8Array, start: number, end: number): number;
  /** Whether the record that was read may hold line breaks. */
  readonly mayHoldBreaks: boolean;
}

/** The record cannot be read; callers see that it is below 0 and not `incomplete`. */
const broken = -2;

/**
 * Scans single records at a cost that does not grow with what follows them.
 *
 * A record whose brackets are not closed swallows what follows. That is noticed where a line begins as the record itself
 * began. Valid JSON may do so too, hence the scan is first tried without that boundary; but once such tries have cost
 * more than reading the file, the boundary decides, or a hostile file could make each of its lines cost all others.
 */
export class BoundedScan {
  /** After `broken`: index of the byte at which reading failed. */
  failure = 0;
  private readonly scanner: RecordScan;
  private readonly place: ReaderContext;

  constructor(scanner: RecordScan, place: ReaderContext) {
    this.scanner = scanner;
    this.place = place;
  }

  /** Whether the record that was read may hold line breaks. */
  get mayHoldBreaks(): boolean {
    return this.scanner.mayHoldBreaks;
  }

  /** After `broken`: a comma is followed by the end of its object or array. */
  get trailingComma(): boolean {
    return this.scanner.scan.trailingComma;
  }

  /** Scans the record at `start`: the index after it, `incomplete` if more bytes may make it whole, or `broken`. */
  read(start: number, final: boolean): number {
    const { bytes, length } = this.place.window;
    const { mayTry } = this.place;
    const end = mayTry ? this.scanner.read(bytes, start, length) : -1;
    return end >= 0 ? end : this.readBounded(start, final, mayTry, end);
  }

  /** `tried` is what a scan without boundary came to, if it could be afforded. */
  private readBounded(start: number, final: boolean, mayTry: boolean, tried: number): number {
    const { place } = this;
    const { bytes, length } = place.window;
    const { scan } = this.scanner;
    const reached = !mayTry || tried === incomplete ? length : scan.failure;
    const boundary = boundaryAfter(bytes, start, length, reached, place.padding.indentation(), place.state.opening);
    if (boundary === -1) {
      const end = mayTry ? tried : this.scanner.read(bytes, start, length);
      return end === incomplete && !final ? incomplete : this.conclude(end, length);
    }
    if (mayTry) {
      if (tried === incomplete && !final && length - start < maxRecordLength) {
        return incomplete;
      }
      place.state.spent += reached - boundary;
    }
    return this.conclude(this.scanner.read(bytes, start, boundary), boundary);
  }

  private conclude(end: number, limit: number): number {
    this.failure = end === incomplete ? limit : this.scanner.scan.failure;
    return end < 0 ? broken : end;
  }
}
