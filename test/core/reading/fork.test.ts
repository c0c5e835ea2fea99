import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecordReader } from '../../../src/core/reading/recordReader.ts';
import { RecordScanner } from '../../../src/core/json/recordScanner.ts';
import { runs } from '../../runs.ts';

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      '\n',
      '\r',
      '"',
      '\0',
      '\ufeff',
      '\x1e',
      '{"records":[',
      '],"records":[',
      ']},',
      '"next":1',
      ' ',
    ),
    fc.constantFrom('{"a":"', '{"a":[1,', '\\', '[[', '],['),
    fc.constantFrom('{"operationName":"x"}', '{"operationName":\n"y"}', '{"a":[{"b":1},]}', '{"operationName":"z"}\n'),
  ),
  { maxLength: 12 },
);

/** What a reader tells; each end is told by a fork, and nobody sees what the fork tells. */
function told(parts: readonly string[], forksEach: boolean): readonly unknown[] {
  let isHeard = true;
  const tells: unknown[] = [];
  const tell = (what: unknown): void => void (isHeard && tells.push(what));
  const reader = new RecordReader(new RecordScanner(), {
    record: (_, start, end, base, line) => tell({ start: base + start, end: base + end, line }),
    broken: tell,
  });
  for (const part of parts) {
    reader.push(new TextEncoder().encode(part));
    if (forksEach) {
      isHeard = false;
      reader.fork().end();
      isHeard = true;
    }
  }
  reader.end();
  return [...tells, reader.shape.name(), reader.endLine, reader.offset];
}

it('a fork may be told of the end without the reader knowing', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(told(parts, true)).toEqual(told(parts, false));
    }),
    { numRuns: runs(4000) },
  );
});

it('a fork tells what the reader would', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const tells: unknown[][] = [[], []];
      let into = tells[0]!;
      const reader = new RecordReader(new RecordScanner(), {
        record: (_, start, end, base, line) => into.push({ start: base + start, end: base + end, line }),
        broken: (stretch) => into.push(stretch),
      });
      reader.push(new TextEncoder().encode(parts.join('')));
      const fork = reader.fork();
      into = [];
      tells[0] = into;
      fork.end();
      into = [];
      tells[1] = into;
      reader.end();
      expect(tells[0]).toEqual(tells[1]);
      expect([fork.shape.name(), fork.endLine, fork.offset]).toEqual([reader.shape.name(), reader.endLine, reader.offset]);
    }),
    { numRuns: runs(1000) },
  );
});

it('a fork that is left behind tells what it would have told at once', () => {
  fc.assert(
    fc.property(pieces, pieces, (before, behind) => {
      const answers = [true, false].map((goesOn) => {
        const tells: unknown[] = [];
        let isHeard = false;
        const tell = (what: unknown): void => void (isHeard && tells.push(what));
        const reader = new RecordReader(new RecordScanner(), {
          record: (bytes, start, end, base, line) => tell({ text: bytes.slice(start, end).join(), start: base + start, line }),
          broken: tell,
        });
        before.forEach((part) => reader.push(new TextEncoder().encode(part)));
        const fork = reader.fork();
        if (goesOn) {
          behind.forEach((part) => reader.push(new TextEncoder().encode(part)));
        }
        isHeard = true;
        fork.end();
        return [...tells, fork.shape.name(), fork.endLine, fork.offset];
      });
      expect(answers[0]).toEqual(answers[1]);
    }),
    { numRuns: runs(4000) },
  );
});

it('a fork holds what the reader holds, in every field', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const reader = new RecordReader(new RecordScanner(), { record: () => undefined, broken: () => undefined });
      parts.forEach((part) => reader.push(new TextEncoder().encode(part)));
      const fork = reader.fork();
      expect(JSON.stringify(fork['place'])).toEqual(JSON.stringify(reader['place']));
      for (const part of ['list', 'wrappers', 'recovery', 'rest', 'records', 'mode', 'wanted'] as const) {
        expect(JSON.stringify(fork['steps'][part])).toEqual(JSON.stringify(reader['steps'][part]));
      }
    }),
    { numRuns: runs(1000) },
  );
});
