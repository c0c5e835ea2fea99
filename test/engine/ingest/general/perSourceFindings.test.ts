import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { NewFinding } from '../../../../src/engine/findings/findingTable.ts';
import { NoteLookup } from '../../../../src/engine/ingest/general/noteLookup.ts';
import { PerSourceFindings, type SourceNote } from '../../../../src/engine/ingest/general/perSourceFindings.ts';

function noteOf(key: number, record: number): SourceNote {
  const place = { record, pointer: `/key${key}`, offset: record * 1000, length: key + 1, line: record + 1 };
  return { code: 'value.unknownKey', args: [`key${key}`], place, count: 1 };
}

/** Keys that a record has, the record being read up to a number of times. */
const record = fc.record({ keys: fc.uniqueArray(fc.integer({ min: 0, max: 6 })), times: fc.integer({ min: 1, max: 2 }) });
const records = fc.array(record, { maxLength: 12 });

type Records = readonly { readonly keys: readonly number[]; readonly times: number }[];

function read(notes: PerSourceFindings, log: Records, first: number): void {
  log.forEach(({ keys, times }, index) => {
    for (let time = 0; time < times; time++) {
      for (const key of keys) {
        const { code, args, place } = noteOf(key, first + index);
        notes.note(key, code, args, place);
      }
    }
  });
}

function opened(lookup = new NoteLookup(1)): { readonly notes: PerSourceFindings; readonly reported: () => readonly NewFinding[] } {
  const found: NewFinding[] = [];
  const notes = new PerSourceFindings(lookup);
  return {
    notes,
    reported: () => {
      found.length = 0;
      notes.finish({ add: (finding) => found.push(finding) });
      return found;
    },
  };
}

/** Each key at its first record, with the number of records that have it. */
function expected(log: Records): readonly NewFinding[] {
  const keys = [...new Set(log.flatMap((one) => one.keys))];
  return keys.map((key) => {
    const { code, args, place } = noteOf(
      key,
      log.findIndex((one) => one.keys.includes(key)),
    );
    return { ...place, code, args: [...args, String(log.filter((one) => one.keys.includes(key)).length)] };
  });
}

describe('what is told once for a source', () => {
  it('is told at its first record with the number of records', () => {
    fc.assert(
      fc.property(records, (log) => {
        const { notes, reported } = opened();
        read(notes, log, 0);
        expect(reported()).toEqual(expected(log));
      }),
    );
  });

  it('is taken back to the last mark', () => {
    fc.assert(
      fc.property(records, records, records, records, (before, earlier, taken, after) => {
        const { notes, reported } = opened();
        read(notes, before, 0);
        notes.mark();
        read(notes, earlier, before.length);
        notes.mark();
        const kept = before.length + earlier.length;
        read(notes, taken, kept);
        notes.goBack(kept);
        read(notes, after, kept);
        expect(reported()).toEqual(expected([...before, ...earlier, ...after]));
        notes.goBack(kept);
        expect(reported()).toEqual(expected([...before, ...earlier]));
      }),
    );
  });

  it('is put together from what others have read', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 4 }), records, (blocks, rest) => {
        const worker = opened();
        const { notes, reported } = opened();
        let first = 0;
        for (const block of blocks) {
          read(worker.notes, block, first);
          worker.notes.take().forEach((note) => notes.add(note));
          first += block.length;
        }
        read(notes, rest, first);
        expect(reported()).toEqual(expected([...blocks.flat(), ...rest]));
      }),
    );
  });

  it('is told of each of several sources that take turns with one lookup', () => {
    fc.assert(
      fc.property(records, records, records, records, (first, other, added, taken) => {
        const lookup = new NoteLookup(1);
        const [one, two] = [opened(lookup), opened(lookup)];
        read(one.notes, first, 0);
        one.notes.mark();
        read(two.notes, other, 0);
        read(one.notes, taken, first.length);
        one.notes.goBack(first.length);
        expect(two.reported()).toEqual(expected(other));
        read(one.notes, added, first.length);
        expect(one.reported()).toEqual(expected([...first, ...added]));
        expect(two.reported()).toEqual(expected(other));
      }),
    );
  });
});
