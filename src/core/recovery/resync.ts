import { escapedLength } from './braceContext.ts';
import type { BrokenRecord, KnownRecord } from './brokenRecord.ts';
import { EmbeddedRecord, needsMore, nothingYet } from './embeddedRecord.ts';
import { skipBlanks } from '../json/jsonScanner.ts';
import { openingsOf } from './recordSignature.ts';
import { isPart } from './recordPart.ts';
import { type Resync, type ResyncPlace, resyncRules, type ResyncRuling } from './resyncRules.ts';

/**
 * Finds where to go on after a stretch that cannot be read.
 *
 * JSON has no marks to resynchronise on, so the place is found by what records look like: they begin on a line of their
 * own with the same indentation, or with the same first key as the record before, or right after the bracket that
 * closes the broken one. A line that begins exactly as the broken record began is taken wherever it is; weaker signs
 * count only after the byte at which strict reading failed, so that reading always moves forward. Objects that show keys
 * of an audit record are records even where strict reading took them for parts of the broken one: it may have been cut there.
 *
 * One pass looks at each byte; the signs are the rules of {@link resyncRules}, and the first place of which one says so is taken.
 *
 * Returns where to go on, at `length` at the latest, or undefined if more bytes are needed to say (never when `final`).
 *
 * Only the kind of bracket with which the broken record begins is counted, so that a bracket of the other kind that is
 * missing or too many does not end it early.
 */
export function findResync(bytes: Uint8Array, length: number, broken: BrokenRecord, final: boolean): Resync | undefined {
  const known = { ...broken, openings: openingsOf(bytes, broken.start, length, broken.opening) };
  const found = new ResyncSearch(bytes, length, known, final).search();
  if (found === nothingYet) {
    return final ? { index: length, isInside: false } : undefined;
  }
  return found === needsMore ? undefined : found;
}

/** The pass over a broken record: what is open at each byte, and what the rules say there. */
class ResyncSearch implements ResyncPlace {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly broken: KnownRecord;
  readonly final: boolean;
  readonly embedded: EmbeddedRecord;
  readonly isList: boolean;
  position: number;
  inString = false;
  depth: number;
  lists = 0;
  private readonly opener: number;

  constructor(bytes: Uint8Array, length: number, broken: KnownRecord, final: boolean) {
    const { start, inArray } = broken;
    this.bytes = bytes;
    this.length = length;
    this.broken = broken;
    this.final = final;
    this.embedded = new EmbeddedRecord(bytes, length, broken, final);
    this.position = start;
    this.isList = bytes[start] === 0x5b;
    this.opener = this.isList ? 0x5b : 0x7b;
    // What begins with no bracket may be a record whose brace is gone, and so may what begins with one of its callers or targets.
    this.depth = bytes[start] === this.opener && (inArray || !isPart(bytes, start, length)) ? 0 : 1;
  }

  search(): ResyncRuling {
    const { bytes, length } = this;
    for (; this.position < length; this.position++) {
      const byte = bytes[this.position]!;
      // Few bytes mean something.
      if (!meaning[byte]) {
        continue;
      }
      if (!this.inString) {
        this.count(byte);
      }
      const found = this.judge(byte);
      if (found !== nothingYet) {
        return found;
      }
      this.pass(byte);
    }
    return nothingYet;
  }

  /** What the first rule says that says something of the current byte. */
  private judge(byte: number): ResyncRuling {
    for (const rule of resyncRules.get(byte) ?? []) {
      const found = rule(this);
      if (found !== nothingYet) {
        return found;
      }
    }
    return nothingYet;
  }

  /** Counts a bracket outside of strings. */
  private count(byte: number): void {
    this.lists += change(byte, 0x5b);
    this.depth += change(byte, this.opener);
  }

  /** Goes on to the last byte of what begins at the current one. */
  private pass(byte: number): void {
    if (byte === 0x22) {
      this.inString = !this.inString;
    } else if (byte === 0x5c && this.inString) {
      this.position += escapedLength(this.bytes, this.position) - 1;
    } else if (byte === 0x0a || byte === 0x0d) {
      this.inString = false;
      this.position = skipBlanks(this.bytes, this.position, this.length) - 1;
    }
  }
}

/** 1 for each byte that a rule looks at, that is counted, or that escapes another. */
const meaning = new Uint8Array(256);
for (const byte of [...resyncRules.keys(), 0x5b, 0x5c]) {
  meaning[byte] = 1;
}

/** By how much a byte changes the number of open brackets of a kind. */
function change(byte: number, opener: number): -1 | 0 | 1 {
  return byte === opener ? 1 : byte === opener + 2 ? -1 : 0;
}
