import { pushBytes } from '../json/byteWindow.ts';
import { LineCounter } from '../json/lineCounter.ts';
import type { ContainerShape } from './container.ts';
import { stateAt, type ParserState } from './parserState.ts';
import { ReaderContext } from './readerContext.ts';
import { ContainerParser } from './containerParser.ts';
import type { RecordScan } from './recordScan.ts';
import type { RecordSink } from './recordSink.ts';
import type { ReaderState } from './readerState.ts';

/** A window in which each step takes a while. */
const longWindow = 4 * 1024 * 1024;

/**
 * Finds the records of a log in its bytes, whatever container they are in, and never gives up: what cannot be read is
 * reported as a broken stretch, and reading goes on after it (`resync.ts`).
 *
 * Bytes are pushed in pieces of any size; what is reported does not depend on how they were cut. At any time the reader
 * holds the bytes of one unfinished record and of the last piece, and no others.
 */
export class RecordReader {
  readonly shape: ContainerShape;
  private readonly place: ReaderContext;
  private readonly steps: ContainerParser;
  private readonly scanner: RecordScan;

  /** @param state What another reader knew, which is this one's from now on. */
  constructor(scanner: RecordScan, sink: RecordSink, state: ParserState = stateAt()) {
    this.place = new ReaderContext(sink, state);
    this.shape = this.place.shape;
    this.scanner = scanner;
    this.steps = new ContainerParser(this.place, scanner, sink);
  }

  /** All that this reader knows. It changes when more is read: a clone of it (`cloneState`) is what another reader may begin with. */
  get state(): ParserState {
    const { lines, window, state } = this.place;
    // A clone has no bytes before this place.
    lines.advance(window, window.position);
    return state;
  }

  /** Offset in the source up to which everything has been reported. */
  get offset(): number {
    return this.place.offset;
  }

  /** With what another reader may begin here, or at a later line: undefined unless all so far are lines of NDJSON. */
  get betweenLines(): ReaderState | undefined {
    return this.steps.isBetween ? this.place.betweenLines : undefined;
  }

  /** Line on which the bytes so far end, from 1. */
  get endLine(): number {
    const { state, window } = this.place;
    const lines = new LineCounter({ ...state.lines });
    lines.advance(window, window.length);
    return lines.line;
  }

  /**
   * Takes the next bytes of the source. They must not be changed before the next call, unless {@link offset} is after all of
   * them. Reads at most as many records and faults as asked for: true if there are more, which {@link proceed} must read before the
   * next bytes.
   */
  push(chunk: Uint8Array, most = Infinity): boolean {
    const { lines, window } = this.place;
    lines.advance(window, window.position);
    pushBytes(window, chunk);
    this.scanner.renew?.();
    return window.length >= this.place.state.wanted && this.run(false, most);
  }

  /** Goes on with the bytes at hand, as {@link push} does. */
  proceed(most: number): boolean {
    return this.run(false, most);
  }

  /** The source has ended: says what is left over. To be called again while it returns true. */
  end(most = Infinity): boolean {
    if (this.run(true, most)) {
      return true;
    }
    const { padding, window } = this.place;
    padding.close();
    if (this.steps.isCutOff) {
      this.place.report('syntax.truncated', window.length, window.length);
    }
    return false;
  }

  private run(final: boolean, most: number): boolean {
    const { window } = this.place;
    this.place.state.wanted = 0;
    for (let left = most; left > 0; left--) {
      if (!this.steps.step(final)) {
        this.forgetWindow();
        return false;
      }
      if (window.length - window.position > longWindow) {
        left = Math.min(left, 1);
      }
    }
    return true;
  }

  /** Counts the lines of bytes that are finished with, which may be changed from now on. */
  private forgetWindow(): void {
    const { lines, window } = this.place;
    if (window.position === window.length) {
      lines.advance(window, window.position);
    }
  }
}
