import type { FindingCode } from '../../../core/finding/codes.ts';
import { decodeText } from '../../../core/json/utf8.ts';
import { float64Column, uint32Column } from '../../columns/column.ts';
import type { FindingSink } from '../../findings/findingTable.ts';
import type { NoteLookup } from './noteLookup.ts';

interface FirstPlace {
  readonly record: number;
  /** JSON pointer within the record. */
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

/** What is true of some records. Plain data, which can be sent between threads. */
export interface SourceNote {
  readonly code: FindingCode;
  readonly args: readonly string[];
  readonly place: FirstPlace;
  /** How many records it is true of. */
  readonly count: number;
}

/**
 * Findings that are reported once for a source, at their first place, with the number of records that they are true of. A log
 * may have as many of them as records, each with a key that is nowhere else: they are numbers in columns, and what
 * they say is kept as bytes. A log may have thousands of sources as well: what finds a note again is shared by all of them.
 */
export class PerSourceFindings {
  private readonly lookup: NoteLookup;
  // By note, in the order of their first places.
  private readonly contentIds = uint32Column();
  private readonly records = uint32Column();
  private readonly offsets = float64Column();
  private readonly lengths = uint32Column();
  private readonly lines = uint32Column();
  private readonly counts = uint32Column();
  /** The last record that was counted, from 1: a record may be read twice. */
  private readonly lastRecords = float64Column();
  /** How many notes there were at the last mark, and the counts then of those that have been counted since. */
  private marked = 0;
  private before: Map<number, number> | undefined;

  /** @param lookup May be shared with other sources, which are read one after the other. */
  constructor(lookup: NoteLookup) {
    this.lookup = lookup;
  }

  /** Counts one more record; the first one gives arguments and place. */
  note(key: number, code: FindingCode, args: readonly string[], place: FirstPlace): void {
    if (this.count(key, place.record)) {
      return;
    }
    const content = this.contentOf(code, args, place);
    const known = this.known.ofContent(content);
    const note = known === 0 ? this.append(content, place, 0) : known;
    this.known.setKey(key, note);
    this.count(key, place.record);
  }

  /** Whether something has been noted. */
  has(key: number): boolean {
    return this.known.ofKey(key) !== 0;
  }

  /** Counts one more record for what has been noted before; false if it has not. */
  count(key: number, record: number): boolean {
    const note = this.known.ofKey(key);
    if (note !== 0 && this.lastRecords.data[note - 1] !== record + 1) {
      this.raise(note, 1);
      this.lastRecords.data[note - 1] = record + 1;
    }
    return note !== 0;
  }

  /** Adds a note of records after all others. Returns the number, from 1, of the one that says it. */
  add({ code, args, place, count }: SourceNote): number {
    const content = this.contentOf(code, args, place);
    const known = this.known.ofContent(content);
    if (known !== 0) {
      this.raise(known, count);
      return known;
    }
    return this.append(content, place, count);
  }

  /** The lookup, once it knows this source's notes. */
  private get known(): NoteLookup {
    return this.lookup.of(this);
  }

  private contentOf(code: FindingCode, args: readonly string[], { pointer }: FirstPlace): number {
    return this.lookup.contents.internText(JSON.stringify([code, pointer, ...args]));
  }

  private append(content: number, place: FirstPlace, count: number): number {
    this.contentIds.push(content);
    this.records.push(place.record);
    this.offsets.push(place.offset);
    this.lengths.push(place.length);
    this.lines.push(place.line);
    this.counts.push(count);
    this.lastRecords.push(0);
    this.known.setContent(content, this.counts.length);
    return this.counts.length;
  }

  /** Remembers what has been counted so far. */
  mark(): void {
    this.marked = this.counts.length;
    this.before = undefined;
  }

  /** Counts as at the last mark, which was before a record. */
  goBack(record: number): void {
    this.before?.forEach((count, note) => (this.counts.data[note - 1] = count));
    this.keep(this.marked);
    const last = this.lastRecords.data;
    for (let note = 0; note < this.marked; note++) {
      last[note] = last[note]! > record ? 0 : last[note]!;
    }
    this.before = undefined;
  }

  /** Hands out the notes so far, and begins anew. */
  take(): readonly SourceNote[] {
    const taken = Array.from({ length: this.counts.length }, (_, index) => this.at(index));
    this.keep(0);
    this.mark();
    return taken;
  }

  /** Adds the findings to others; the count is their last argument. */
  finish(findings: FindingSink): void {
    for (let index = 0; index < this.counts.length; index++) {
      const { code, args, place, count } = this.at(index);
      findings.add({ ...place, code, args: [...args, String(count)] });
    }
  }

  /** By note, from the first: the id of what it says. */
  get contentsOfNotes(): Uint32Array {
    return this.contentIds.data.subarray(0, this.contentIds.length);
  }

  private at(index: number): SourceNote {
    const content = decodeText(this.lookup.contents.bytesOf(this.contentIds.data[index]!));
    const [code, pointer, ...args] = JSON.parse(content) as [FindingCode, string, ...string[]];
    const place = {
      record: this.records.data[index]!,
      pointer,
      offset: this.offsets.data[index]!,
      length: this.lengths.data[index]!,
      line: this.lines.data[index]!,
    };
    return { code, args, place, count: this.counts.data[index]! };
  }

  /** Forgets all notes but the first ones. */
  private keep(length: number): void {
    if (length < this.counts.length) {
      this.lookup.forget();
    }
    [this.contentIds, this.records, this.lengths, this.lines, this.counts].forEach((column) => column.keep(length));
    [this.offsets, this.lastRecords].forEach((column) => column.keep(length));
  }

  private raise(note: number, by: number): void {
    const count = this.counts.data[note - 1]!;
    if (note <= this.marked && this.before?.has(note) !== true) {
      (this.before ??= new Map<number, number>()).set(note, count);
    }
    this.counts.data[note - 1] = count + by;
  }
}
