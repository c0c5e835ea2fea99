import type { FindingCode } from '../../core/findings/codes.ts';
import { decodeText } from '../../core/reading/utf8.ts';
import { ByteDictionary } from '../columns/byteDictionary.ts';
import { float64Column, uint32Column } from '../columns/column.ts';
import type { FindingSink } from './findingTable.ts';

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
 * Findings that are told once for a source, at their first place, with the number of records that they are true of. A log
 * may have as many of them as records, each with a key that stands nowhere else: they are numbers in columns, and what
 * they say is kept as bytes.
 */
export class OncePerSource {
  private readonly findings: FindingSink;
  /** Code, pointer and arguments of all notes as JSON; and by their ids, the note that says it, from 1, or 0. */
  private readonly contents: ByteDictionary;
  private noteOfContent = new Uint32Array(64);
  /** By whatever number the caller knows them by: the note, from 1, or 0. */
  private noteOfKey = new Uint32Array(64);
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
  private readonly before = new Map<number, number>();

  constructor(findings: FindingSink, seed: number) {
    this.findings = findings;
    this.contents = new ByteDictionary(seed);
  }

  /** Counts one more record; the first one gives arguments and place. */
  note(key: number, code: FindingCode, args: readonly string[], place: FirstPlace): void {
    if (this.count(key, place.record)) {
      return;
    }
    const note = this.add({ code, args, place, count: 1 });
    this.lastRecords.data[note - 1] = place.record + 1;
    this.noteOfKey = widened(this.noteOfKey, key);
    this.noteOfKey[key] = note;
  }

  /** Counts one more record for what has been noted before; false if it has not. */
  count(key: number, record: number): boolean {
    const note = this.noteOfKey[key] ?? 0;
    if (note !== 0 && this.lastRecords.data[note - 1] !== record + 1) {
      this.raise(note, 1);
      this.lastRecords.data[note - 1] = record + 1;
    }
    return note !== 0;
  }

  /** Adds a note of records behind all others. Returns the number, from 1, of the one that says it. */
  add({ code, args, place, count }: SourceNote): number {
    const content = this.contents.internText(JSON.stringify([code, place.pointer, ...args]));
    this.noteOfContent = widened(this.noteOfContent, content);
    const known = this.noteOfContent[content]!;
    if (known !== 0) {
      this.raise(known, count);
      return known;
    }
    this.contentIds.push(content);
    this.records.push(place.record);
    this.offsets.push(place.offset);
    this.lengths.push(place.length);
    this.lines.push(place.line);
    this.counts.push(count);
    this.lastRecords.push(0);
    return (this.noteOfContent[content] = this.counts.length);
  }

  /** Remembers what has been counted so far. */
  mark(): void {
    this.marked = this.counts.length;
    this.before.clear();
  }

  /** Counts as at the last mark, which was before a record. */
  goBack(record: number): void {
    this.before.forEach((count, note) => (this.counts.data[note - 1] = count));
    this.keep(this.marked);
    const last = this.lastRecords.data;
    for (let note = 0; note < this.marked; note++) {
      last[note] = last[note]! > record ? 0 : last[note]!;
    }
    this.before.clear();
  }

  /** Hands out the notes so far, and begins anew. */
  take(): readonly SourceNote[] {
    const taken = Array.from({ length: this.counts.length }, (_, index) => this.at(index));
    this.keep(0);
    this.mark();
    return taken;
  }

  /** Adds the findings; the count is their last argument. */
  finish(): void {
    for (let index = 0; index < this.counts.length; index++) {
      const { code, args, place, count } = this.at(index);
      this.findings.add({ ...place, code, args: [...args, String(count)] });
    }
  }

  private at(index: number): SourceNote {
    const content = decodeText(this.contents.bytesOf(this.contentIds.data[index]!));
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
    for (let index = length; index < this.counts.length; index++) {
      this.noteOfContent[this.contentIds.data[index]!] = 0;
    }
    if (length < this.counts.length) {
      this.noteOfKey.forEach((note, key) => (this.noteOfKey[key] = note > length ? 0 : note));
    }
    [this.contentIds, this.records, this.lengths, this.lines, this.counts].forEach((column) => column.keep(length));
    [this.offsets, this.lastRecords].forEach((column) => column.keep(length));
  }

  private raise(note: number, by: number): void {
    const count = this.counts.data[note - 1]!;
    if (note <= this.marked && !this.before.has(note)) {
      this.before.set(note, count);
    }
    this.counts.data[note - 1] = count + by;
  }
}

/** The numbers with a place for an index. */
function widened(numbers: Uint32Array<ArrayBuffer>, index: number): Uint32Array<ArrayBuffer> {
  if (index < numbers.length) {
    return numbers;
  }
  const wider = new Uint32Array(Math.max(index + 1, numbers.length * 2));
  wider.set(numbers);
  return wider;
}
