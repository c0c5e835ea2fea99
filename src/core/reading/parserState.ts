import type { FindingCode } from '../finding/codes.ts';
import { compactWindow, windowAt, type ByteWindow } from '../json/byteWindow.ts';
import { linesFrom, type LineState } from '../json/lineCounter.ts';
import { shapeAfter, type ShapeState } from './container.ts';
import type { ListNames } from './listNames.ts';
import type { ReaderState } from './readerState.ts';

/**
 * All that a reader knows, wherever it is: a plain value, which can be cloned and sent to another thread. A reader that begins with
 * it goes on as the one that it was taken from. Between two lines of NDJSON a `ReaderState` says the same with less.
 */
export interface ParserState {
  readonly window: ByteWindow;
  readonly lines: LineState;
  readonly shape: ShapeState;
  readonly padding: PaddingState;
  readonly list: ListState;
  readonly recovery: RecoveryState;
  readonly tail: TailState;
  /** What is being read. */
  mode: 'between' | 'broken' | 'skipping' | 'wrapperTail';
  /** How many unfinished bytes the window must hold before it is worth looking again. */
  wanted: number;
  /** The first key of the first record that has one, with its quotes: others are known by it. */
  opening: Uint8Array;
  /** All records begin with that key, as far as this reader has read. */
  opensAlike: boolean;
  /** Bytes that were scanned in vain: after the place where reading was taken up again. */
  spent: number;
  /** Lists that were reported as broken, and whose closing brackets may be after. */
  brokenLists: number;
  /** Wrappers that were reported as broken, and whose ends may be after: the bracket of the list, members, the brace. */
  brokenWrappers: number;
  /** The source begins within an item of a list, whose closing bracket may be after. */
  listLostBeginning: boolean;
  /** Line on which the last record ended. */
  lastLine: number;
  /** Offset in the source up to which values are known to be parts of no record. */
  standAloneUntil: number;
}

/** NULs between records; offsets in the source. */
export interface Padding {
  readonly start: number;
  readonly end: number;
  /** Line on which it begins, from 1. */
  readonly line: number;
}

export interface PaddingState {
  /** Where the current line begins, if nothing but blanks is on it so far; else -1. Offset in the source. */
  blankSince: number;
  /** Up to where that is known: the end of the last padding. */
  end: number;
  /** NULs that have been passed and are not reported yet. */
  pending: Padding | undefined;
}

/** A list in which the wrapper of another one is. */
export interface OuterList {
  /** Among how many others it is, itself included. */
  readonly depth: number;
  readonly inWrapper: boolean;
  readonly inner: number;
  readonly around: number;
  readonly names: ListNames | undefined;
  readonly commaMissing: boolean;
  readonly outer: OuterList | undefined;
}

export interface ListState {
  isOpen: boolean;
  /** It is the list of a wrapper. */
  inWrapper: boolean;
  /** The list that was closed last ends after what cannot be read: its bracket may be one of a record. */
  endsBroken: boolean;
  /** Of the wrapper: how many objects are around it that are parts of it; none of them is in a list. */
  around: number;
  /** Of the wrapper: the keys of its lists so far. */
  names: ListNames | undefined;
  /** Arrays that are open within the array. */
  inner: number;
  /** Where the wrapper of the list is in another. */
  outer: OuterList | undefined;
  /** What is before the current place, if anything can be said of it. */
  before: 'nothing' | 'item' | 'comma' | 'unknown';
  /** The comma before the last item was missing: where none is written, that is reported once. */
  commaMissing: boolean;
  /** Offset in the source of a comma that no item has followed yet, or -1. */
  commaAt: number;
  commaLine: number;
}

export interface RecoveryState {
  /** The last broken stretch reached up to the end of the source, and may hold what closes the array. */
  reachedEnd: boolean;
  /** Reading goes on inside of the broken record, whose rest may follow. */
  isInside: boolean;
  /** What is reported the stretch; undefined for one that belongs to another, which has been reported. */
  code: FindingCode | undefined;
  /** Offset in the source of the byte at which reading failed. */
  failure: number;
}

export interface TailState {
  stage: 'none' | 'beforeRecord' | 'afterRecord';
  /** Line on which the record inside ended. */
  line: number;
}

const beginning: ReaderState = { offset: 0, line: 1, records: 0, opening: new Uint8Array(0), spent: 0 };

/** What a reader knows before its first byte, at the beginning of a source or after lines of NDJSON. */
export function stateAt({ offset, line, records, opening, spent }: ReaderState = beginning): ParserState {
  return {
    window: windowAt(offset),
    lines: linesFrom(offset, line),
    shape: shapeAfter(records),
    padding: { blankSince: offset, end: offset, pending: undefined },
    list: {
      isOpen: false,
      inWrapper: false,
      endsBroken: false,
      around: 0,
      names: undefined,
      inner: 0,
      outer: undefined,
      before: 'nothing',
      commaMissing: false,
      commaAt: -1,
      commaLine: 1,
    },
    recovery: { reachedEnd: false, isInside: false, code: undefined, failure: 0 },
    tail: { stage: 'none', line: 0 },
    mode: 'between',
    wanted: 0,
    opening,
    opensAlike: true,
    spent,
    brokenLists: 0,
    brokenWrappers: 0,
    listLostBeginning: false,
    lastLine: 0,
    standAloneUntil: 0,
  };
}

/** The same state, which does not change with this one. It holds the bytes that are not finished with, and no others. */
export function cloneState(state: ParserState): ParserState {
  return {
    ...state,
    window: compactWindow(state.window),
    lines: { ...state.lines },
    shape: { ...state.shape },
    padding: { ...state.padding },
    list: { ...state.list },
    recovery: { ...state.recovery },
    tail: { ...state.tail },
    opening: new Uint8Array(state.opening),
  };
}
