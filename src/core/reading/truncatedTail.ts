import { skipBlanks } from '../json/jsonScanner.ts';
import { isWithinRecord } from '../recovery/listBracket.ts';
import type { OpenList } from './openList.ts';
import type { ReaderContext } from './readerContext.ts';
import type { Recovery } from './recovery.ts';
import { continuesRecord } from '../recovery/recordStartRules.ts';

/**
 * Knows the rest of a broken record after a record that was inside of it. The broken one has been reported: its rest is no
 * further fault.
 */
export class TruncatedTail {
  private readonly place: ReaderContext;
  private readonly list: OpenList;
  private stage: 'none' | 'beforeRecord' | 'afterRecord' = 'none';
  /** Line on which the record inside ended. */
  private line = 0;

  constructor(place: ReaderContext, list: OpenList) {
    this.place = place;
    this.list = list;
  }

  /** Takes over the state of another one, which this does not share afterwards. */
  copyFrom(other: TruncatedTail): void {
    this.stage = other.stage;
    this.line = other.line;
  }

  /** A broken stretch has ended. */
  broken({ isInside, code }: Recovery): void {
    if (isInside) {
      this.stage = 'beforeRecord';
    } else if (code !== undefined) {
      this.stage = 'none';
    }
  }

  /** A record has been reported. */
  record(): void {
    this.stage = this.stage === 'beforeRecord' ? 'afterRecord' : 'none';
    this.line = this.place.lines.line;
  }

  /** Whether the rest begins at the current place; undefined if more bytes are needed to say. */
  begins(final: boolean): boolean | undefined {
    if (this.stage !== 'afterRecord') {
      return false;
    }
    const { lines, shape, window } = this.place;
    const { bytes, length, position } = window;
    const byte = bytes[position]!;
    lines.advance(window, position);
    const isOtherLine = lines.line !== this.line;
    if (byte === 0x7b || byte === 0x5b || (isOtherLine && (!shape.spansLines || !continuesRecord(byte)))) {
      return false;
    }
    if (byte !== 0x2c && (byte !== 0x5d || !this.list.isOpen)) {
      return true;
    }
    if (byte === 0x5d) {
      return isWithinRecord(bytes, position, length, this.list.wrapping, final);
    }
    const next = skipBlanks(bytes, position + 1, length);
    return next === length && !final ? undefined : bytes[next] === 0x22;
  }
}
