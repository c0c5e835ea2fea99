import type { ContainerShape } from './container.ts';
import { ReaderContext } from './readerContext.ts';
import { ContainerParser } from './containerParser.ts';
import type { RecordScan } from './recordScan.ts';
import type { RecordSink } from './recordSink.ts';
import type { ReaderState } from './readerState.ts';

/** A window in which each step takes a while. */
const longWindow = 4 * 1024 * 1024;

const beginning: ReaderState = { offset: 0, line: 1, records: 0, opening: new Uint8Array(0), spent: 0 };

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
  private readonly sink: RecordSink;

  /** @param from What another reader knew; its offset is that of the first byte to be pushed. */
  constructor(scanner: RecordScan, sink: RecordSink, from: ReaderState = beginning) {
    this.scanner = scanner;
    this.sink = sink;
    this.place = new ReaderContext(sink, from);
    this.shape = this.place.shape;
    this.steps = new ContainerParser(this.place, scanner, sink);
  }

  /**
   * Another reader that is where this one is, and reports to the same sink: one of the two may be told that the source has
   * ended, while the other goes on when there is more. They share nothing that changes.
   */
  fork(): RecordReader {
    const fork = new RecordReader(this.scanner, this.sink);
    this.place.window.share();
    fork.place.copyFrom(this.place);
    fork.steps.copyFrom(this.steps);
    return fork;
  }

  /** Offset in the source up to which everything has been reported. */
  get offset(): number {
    return this.place.offset;
  }

  /** With what another reader may begin here, or at a later line: undefined unless all so far are lines of NDJSON. */
  get state(): ReaderState | undefined {
    return this.steps.isBetween ? this.place.state : undefined;
  }

  /** Line on which the bytes so far end, from 1. */
  get endLine(): number {
    const { lines, window } = this.place;
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
    window.push(chunk);
    return window.length >= this.steps.wanted && this.run(false, most);
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
    this.steps.wanted = 0;
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
