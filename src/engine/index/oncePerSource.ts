import type { FindingCode } from '../../core/findings/codes.ts';
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
  count: number;
}

/** Findings that are told once for a source, at their first place, with the number of records that they are true of. */
export class OncePerSource {
  /** By whatever the caller knows them by, each with the last record that was counted: a record may be read twice. */
  private readonly known = new Map<string, { readonly note: SourceNote; lastRecord: number }>();
  /** By what they say, in the order of their first places. */
  private readonly byContent = new Map<string, SourceNote>();
  private readonly findings: FindingSink;
  /** The counts of the last mark, of the notes that have been counted since; 0 for those that are new. */
  private readonly before = new Map<SourceNote, number>();

  constructor(findings: FindingSink) {
    this.findings = findings;
  }

  /** Counts one more record; the first one gives arguments and place. */
  note(key: string, code: FindingCode, args: readonly string[], place: FirstPlace): void {
    const known = this.known.get(key);
    if (known === undefined) {
      this.known.set(key, { note: this.add({ code, args, place, count: 1 }), lastRecord: place.record });
    } else {
      this.count(key, place.record);
    }
  }

  /** Counts one more record for what has been noted before; false if it has not. */
  count(key: string, record: number): boolean {
    const known = this.known.get(key);
    if (known !== undefined && known.lastRecord !== record) {
      this.raise(known.note, 1);
      known.lastRecord = record;
    }
    return known !== undefined;
  }

  /** Adds a note of records behind all others. Returns the one that says the same. */
  add(note: SourceNote): SourceNote {
    const content = JSON.stringify([note.code, note.args, note.place.pointer]);
    const known = this.byContent.get(content);
    if (known === undefined) {
      this.byContent.set(content, note);
      this.before.set(note, 0);
      return note;
    }
    this.raise(known, note.count);
    return known;
  }

  /** Remembers what has been counted so far. */
  mark(): void {
    this.before.clear();
  }

  /** Counts as at the last mark, which was before a record. */
  goBack(record: number): void {
    for (const [content, note] of this.byContent) {
      note.count = this.before.get(note) ?? note.count;
      if (note.count === 0) {
        this.byContent.delete(content);
      }
    }
    for (const [key, known] of this.known) {
      if (known.note.count === 0) {
        this.known.delete(key);
      } else if (known.lastRecord >= record) {
        known.lastRecord = -1;
      }
    }
    this.before.clear();
  }

  /** Hands out the notes so far, and begins anew. */
  take(): readonly SourceNote[] {
    const taken = [...this.byContent.values()];
    this.known.clear();
    this.byContent.clear();
    this.before.clear();
    return taken;
  }

  /** Adds the findings; the count is their last argument. */
  finish(): void {
    for (const { code, args, place, count } of this.byContent.values()) {
      this.findings.add({ ...place, code, args: [...args, String(count)] });
    }
  }

  private raise(note: SourceNote, by: number): void {
    if (!this.before.has(note)) {
      this.before.set(note, note.count);
    }
    note.count += by;
  }
}
