import { skipBlanks } from '../json/jsonScanner.ts';
import { isWithinRecord } from '../recovery/listBracket.ts';
import type { OpenList } from './openList.ts';
import type { RecoveryState, TailState } from './parserState.ts';
import type { ReaderContext } from './readerContext.ts';
import { continuesRecord } from '../recovery/recordStartRules.ts';

/**
 * Knows the rest of a broken record after a record that was inside of it. The broken one has been reported: its rest is no
 * further fault.
 */
export class TruncatedTail {
  private readonly state: TailState;
  private readonly place: ReaderContext;
  private readonly list: OpenList;

  constructor(place: ReaderContext, list: OpenList) {
    this.state = place.state.tail;
    this.place = place;
    this.list = list;
  }

  /** A broken stretch has ended. */
  broken({ isInside, code }: RecoveryState): void {
    if (isInside) {
      this.state.stage = 'beforeRecord';
    } else if (code !== undefined) {
      this.state.stage = 'none';
    }
  }

  /** A record has been reported. */
  record(): void {
    this.state.stage = this.state.stage === 'beforeRecord' ? 'afterRecord' : 'none';
    this.state.line = this.place.lines.line;
  }

  /** Whether the rest begins at the current place; undefined if more bytes are needed to say. */
  begins(final: boolean): boolean | undefined {
    if (this.state.stage !== 'afterRecord') {
      return false;
    }
    const { lines, shape, window } = this.place;
    const { bytes, length, position } = window;
    const byte = bytes[position]!;
    lines.advance(window, position);
    const isOtherLine = lines.line !== this.state.line;
    if (byte === 0x7b || byte === 0x5b || (isOtherLine && (!shape.spansLines || !continuesRecord(byte)))) {
      return false;
    }
    if (byte !== 0x2c && (byte !== 0x5d || !this.list.state.isOpen)) {
      return true;
    }
    if (byte === 0x5d) {
      return isWithinRecord(bytes, position, length, this.list.wrapping, final);
    }
    const next = skipBlanks(bytes, position + 1, length);
    return next === length && !final ? undefined : bytes[next] === 0x22;
  }
}
