import type { FindingCode } from '../../core/findings/codes.ts';
import type { FindingTable } from './findingTable.ts';

interface FirstPlace {
  readonly record: number;
  /** JSON pointer within the record. */
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

interface Note {
  readonly code: FindingCode;
  readonly args: readonly string[];
  readonly place: FirstPlace;
  /** How many records it is true of, and the last of them: a record may be read twice. */
  count: number;
  lastRecord: number;
}

/** Findings that are told once for a source, at their first place, with the number of records that they are true of. */
export class OncePerSource {
  private readonly notes = new Map<string, Note>();
  private readonly findings: FindingTable;

  constructor(findings: FindingTable) {
    this.findings = findings;
  }

  /** Counts one more record; the first one gives arguments and place. */
  note(key: string, code: FindingCode, args: readonly string[], place: FirstPlace): void {
    const known = this.notes.get(key);
    if (known === undefined) {
      this.notes.set(key, { code, args, place, count: 1, lastRecord: place.record });
    } else if (known.lastRecord !== place.record) {
      known.count++;
      known.lastRecord = place.record;
    }
  }

  /** Adds the findings; the count is their last argument. */
  finish(): void {
    for (const { code, args, place, count } of this.notes.values()) {
      this.findings.add({ ...place, code, args: [...args, String(count)] });
    }
    this.notes.clear();
  }
}
