import type { FindingCode } from '../finding/codes.ts';
import { ByteWindow } from '../json/byteWindow.ts';
import { ContainerShape } from './container.ts';
import { PaddingReader } from './padding.ts';
import type { SyntaxFault } from '../diagnosis/firstFault.ts';
import { LineCounter } from '../json/lineCounter.ts';
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
  readonly window: ByteWindow;
  readonly lines: LineCounter;
  readonly shape: ContainerShape;
  readonly padding: PaddingReader;
  /** The first key of the first record that has one, with its quotes: others are known by it. */
  opening: Uint8Array;
  /** All records begin with that key, as far as this reader has read. */
  opensAlike = true;
  /** Bytes that were scanned in vain: after the place where reading was taken up again. */
  spent: number;
  /** Lists that were reported as broken, and whose closing brackets may be after. */
  brokenLists = 0;
  /** Wrappers that were reported as broken, and whose ends may be after: the bracket of the list, members, the brace. */
  brokenWrappers = 0;
  /** The source begins within an item of a list, whose closing bracket may be after. */
  listLostBeginning = false;
  private readonly sink: RecordSink;

  constructor(sink: RecordSink, from: ReaderState) {
    this.sink = sink;
    this.window = new ByteWindow(from.offset);
    this.lines = new LineCounter(from.offset, from.line);
    this.shape = new ContainerShape(from.records);
    this.opening = from.opening;
    this.spent = from.spent;
    this.padding = new PaddingReader(this.window, this.lines, this.shape, ({ start, end, line }) => {
      sink.broken({ code: 'syntax.padding', start, end, failure: start, line });
    });
  }

  /** Takes over the state of another one, which this does not share afterwards. */
  copyFrom(other: ReaderContext): void {
    this.opening = other.opening;
    this.opensAlike = other.opensAlike;
    this.spent = other.spent;
    this.brokenLists = other.brokenLists;
    this.brokenWrappers = other.brokenWrappers;
    this.listLostBeginning = other.listLostBeginning;
    this.window.copyFrom(other.window);
    this.lines.copyFrom(other.lines);
    this.shape.copyFrom(other.shape);
    this.padding.copyFrom(other.padding);
  }

  /** Offset in the source up to which everything has been reported. */
  get offset(): number {
    return this.window.base + this.window.position;
  }

  /** See {@link ReaderState}; undefined if there is none. */
  get state(): ReaderState | undefined {
    const { window, lines, shape, padding, opening, offset, spent } = this;
    lines.advance(window, window.position);
    const isDone =
      window.position === window.length &&
      !padding.isPending &&
      this.brokenLists === 0 &&
      this.brokenWrappers === 0 &&
      !this.listLostBeginning;
    if (!isDone || !shape.isPlainLines || !lines.isAfterFeed || opening.length === 0) {
      return undefined;
    }
    return { offset, line: lines.line, records: shape.records, opening, spent };
  }

  /** Whether scans that lead nowhere have cost less than reading the file up to here. */
  get mayTry(): boolean {
    return maySpend(this.spent, this.offset);
  }

  /** Offset in the source after which scans may lead nowhere. */
  get firstTry(): number {
    return firstAffordable(this.spent);
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
