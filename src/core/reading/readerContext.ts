import type { FindingCode } from '../finding/codes.ts';
import type { ByteWindow } from '../json/byteWindow.ts';
import { ContainerShape } from './container.ts';
import { PaddingReader } from './padding.ts';
import type { SyntaxFault } from '../diagnosis/firstFault.ts';
import { LineCounter } from '../json/lineCounter.ts';
import type { ParserState } from './parserState.ts';
import type { ReaderState } from './readerState.ts';
import type { BrokenStretch, RecordSink } from './recordSink.ts';

/**
 * A longer record, or broken stretch in which reading can nowhere be taken up again, is passed over: it must be held as a
 * whole, and nobody else gets a turn while it is looked at.
 */
export const maxRecordLength = 16 * 1024 * 1024;

/** So many bytes may be scanned in vain in any file, however short. */
const freeScans = 1024 * 1024;

/** Offset from which on a scan that may lead nowhere can be afforded: after as many bytes as have been scanned in vain. */
function firstAffordable(spent: number): number {
  return spent - freeScans;
}

/** Whether scans that lead nowhere have cost less than reading the source up to an offset. */
export function maySpend(spent: number, offset: number): boolean {
  return firstAffordable(spent) <= offset;
}

/** What the parts of a reader share: the bytes at hand, where they are in the source, and what has been met so far. */
export class ReaderContext {
  /** All that is known, the states of the other parts included. */
  readonly state: ParserState;
  readonly window: ByteWindow;
  readonly lines: LineCounter;
  readonly shape: ContainerShape;
  readonly padding: PaddingReader;
  private readonly sink: RecordSink;

  constructor(sink: RecordSink, state: ParserState) {
    this.sink = sink;
    this.state = state;
    this.window = state.window;
    this.lines = new LineCounter(state.lines);
    this.shape = new ContainerShape(state.shape);
    this.padding = new PaddingReader(state.padding, this.window, this.lines, this.shape, ({ start, end, line }) => {
      sink.broken({ code: 'syntax.padding', start, end, failure: start, line });
    });
  }

  /** Offset in the source up to which everything has been reported. */
  get offset(): number {
    return this.window.base + this.window.position;
  }

  /** See {@link ReaderState}; undefined if there is none. */
  get betweenLines(): ReaderState | undefined {
    const { window, lines, shape, padding, offset } = this;
    const { opening, spent, brokenLists, brokenWrappers, listLostBeginning } = this.state;
    lines.advance(window, window.position);
    const isDone =
      window.position === window.length && !padding.isPending && brokenLists === 0 && brokenWrappers === 0 && !listLostBeginning;
    if (!isDone || !shape.isPlainLines || !lines.isAfterFeed || opening.length === 0) {
      return undefined;
    }
    return { offset, line: lines.line, records: shape.records, opening, spent };
  }

  /** Whether scans that lead nowhere have cost less than reading the file up to here. */
  get mayTry(): boolean {
    return maySpend(this.state.spent, this.offset);
  }

  /** Offset in the source after which scans may lead nowhere. */
  get firstTry(): number {
    return firstAffordable(this.state.spent);
  }

  /** Reports a fault between records; indices of the window. */
  report(code: FindingCode, start: number, end: number, fault?: SyntaxFault): void {
    const { base, position } = this.window;
    this.lines.advance(this.window, Math.min(start, position));
    this.broken({ code, start: base + start, end: base + end, failure: base + start, line: this.lines.line, fault });
  }

  broken(stretch: BrokenStretch): void {
    this.sink.broken(stretch);
  }
}
