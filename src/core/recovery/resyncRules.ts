import type { KnownRecord } from './brokenRecord.ts';
import { isRecordStart } from './recordStartRules.ts';
import { findClosingBrace } from './findClosingBrace.ts';
import { type EmbeddedRecord, needsMore, nothingYet } from './embeddedRecord.ts';
import { isRecordEnd } from './recordEndRules.ts';
import { skipBlanks } from '../json/jsonScanner.ts';
import { closesWrapper, isWithinRecord } from './listBracket.ts';

/** Where to go on. */
export interface Resync {
  readonly index: number;
  /** It is a record inside of the broken one, whose rest may follow. */
  readonly isInside: boolean;
}

/** A byte after which, or at which, reading may go on, and what has been seen of the broken record up to it. */
export interface ResyncPlace {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** No more bytes will come. */
  readonly final: boolean;
  readonly broken: KnownRecord;
  readonly embedded: EmbeddedRecord;
  /** The broken record begins with a square bracket, else with a brace or with neither. */
  readonly isList: boolean;
  /** Index of the byte. */
  readonly position: number;
  /** It is in a string, as far as quotation marks can be relied on. */
  readonly inString: boolean;
  /** Brackets of the kind with which the broken record begins that are open after the byte. */
  readonly depth: number;
  /** Lists that are open after the byte; negative if more have been closed than opened. */
  readonly lists: number;
}

/** What a rule says of a place: where to go on, that more bytes are needed to say, or nothing. */
export type ResyncRuling = Resync | typeof needsMore | typeof nothingYet;

export type ResyncRule = (place: ResyncPlace) => ResyncRuling;

const atLineBreak: readonly ResyncRule[] = [endAfterCutText, recordOnNewLine];

/** The rules for each byte that may show where to go on, the strongest first. */
export const resyncRules: ReadonlyMap<number, readonly ResyncRule[]> = new Map([
  [0x0a, atLineBreak],
  [0x0d, atLineBreak],
  [0x22, [recordInside]],
  [0x7b, [recordInside]],
  [0x7d, [endOfObject]],
  [0x5d, [endOfWrapperList, endOfList, endOfListAround]],
  [0x2c, [itemAfterComma]],
]);

/** Reading goes on at a record inside of the broken one, which shows at one of its keys. */
export function recordInside({ embedded, position }: ResyncPlace): ResyncRuling {
  return inside(embedded.search(position));
}

/**
 * Where strict reading failed at a line break in a text, that text may go on in lines that begin no record: reading goes on
 * after the brace that closes the record there, or at a record that shows before that brace.
 */
export function endAfterCutText({ bytes, position, length, depth, final, broken, embedded, ...place }: ResyncPlace): ResyncRuling {
  if (!place.inString || position !== broken.failure || place.isList) {
    return nothingYet;
  }
  const brace = findClosingBrace(bytes, position, length, depth, final);
  if (brace < 0) {
    return brace === needsMore ? needsMore : nothingYet;
  }
  const end = after(brace + 1, isRecordEnd(bytes, brace + 1, length, broken, final));
  if (end === needsMore || end === nothingYet) {
    return end;
  }
  const record = inside(embedded.search(brace));
  return record === nothingYet ? end : record;
}

/** Reading goes on at a line that begins as records of this log do. */
export function recordOnNewLine({ bytes, position, length, broken, final }: ResyncPlace): ResyncRuling {
  const next = skipBlanks(bytes, position, length);
  return after(next, isRecordStart(bytes, position, next, length, broken, final));
}

/** Reading goes on at a bracket that closes no list of the broken record but that of the wrapper. */
export function endOfWrapperList(place: ResyncPlace): ResyncRuling {
  const { bytes, position, length, final, broken, isList, lists } = place;
  if (!mayEnd(place) || lists !== -1 || isList || broken.wrapping === 'none') {
    return nothingYet;
  }
  return after(position, closesWrapper(bytes, position, length, broken.wrapping, final));
}

/** Reading goes on after the brace that closes the broken record. */
export function endOfObject(place: ResyncPlace): ResyncRuling {
  return place.isList ? nothingYet : endOfItem(place);
}

/** Reading goes on after the bracket that closes the broken list. */
export function endOfList(place: ResyncPlace): ResyncRuling {
  return place.isList ? endOfItem(place) : nothingYet;
}

/** After an item of an array that began with no bracket, reading goes on at the one that closes the array. */
export function endOfListAround(place: ResyncPlace): ResyncRuling {
  const { bytes, position, length, final, broken, lists } = place;
  if (!isBareItem(place) || lists >= 0) {
    return nothingYet;
  }
  const isWithin = isWithinRecord(bytes, position, length, broken.wrapping, final);
  return after(position, isWithin === undefined ? undefined : !isWithin);
}

/** After an item of an array that began with no bracket, reading goes on after a comma that an object follows. */
export function itemAfterComma(place: ResyncPlace): ResyncRuling {
  const { bytes, position, length, final, lists } = place;
  if (!isBareItem(place) || lists > 0) {
    return nothingYet;
  }
  const next = skipBlanks(bytes, position + 1, length);
  return after(position + 1, next === length && !final ? undefined : bytes[next] === 0x7b);
}

function endOfItem(place: ResyncPlace): ResyncRuling {
  const { bytes, position, length, final, broken, depth } = place;
  if (!mayEnd(place) || depth > 0) {
    return nothingYet;
  }
  return after(position + 1, isRecordEnd(bytes, position + 1, length, broken, final));
}

/** Brackets and commas count after the failure, and outside of strings. */
function mayEnd({ inString, position, broken }: ResyncPlace): boolean {
  return !inString && position >= broken.failure;
}

/** Whether a bracket or comma is at the top level of an item of an array that is neither an object nor a list. */
function isBareItem(place: ResyncPlace): boolean {
  const { bytes, broken, depth, isList } = place;
  return mayEnd(place) && broken.inArray && depth === 1 && !isList && bytes[broken.start] !== 0x7b;
}

/** Reading goes on at an index, if that is where the broken record ends. */
function after(index: number, ends: boolean | undefined): ResyncRuling {
  if (ends === undefined) {
    return needsMore;
  }
  return ends ? { index, isInside: false } : nothingYet;
}

/** Reading goes on at what a search inside of the broken record has come to. */
function inside(found: number): ResyncRuling {
  if (found === needsMore || found === nothingYet) {
    return found;
  }
  return { index: found, isInside: true };
}
