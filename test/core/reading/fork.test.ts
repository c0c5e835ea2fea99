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
function reported(parts: readonly string[], forksEach: boolean): readonly unknown[] {
  let isHeard = true;
  const identifiesRecord: unknown[] = [];
  const report = (what: unknown): void => void (isHeard && identifiesRecord.push(what));
  const reader = new RecordReader(new RecordScanner(), {
    record: (_, start, end, base, line) => report({ start: base + start, end: base + end, line }),
    broken: report,
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
  return [...identifiesRecord, reader.shape.name(), reader.endLine, reader.offset];
}

it('a fork may be told of the end without the reader knowing', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(reported(parts, true)).toEqual(reported(parts, false));
    }),
    { numRuns: runs(4000) },
  );
});

it('a fork tells what the reader would', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const identifiesRecord: unknown[][] = [[], []];
      let into = identifiesRecord[0]!;
      const reader = new RecordReader(new RecordScanner(), {
        record: (_, start, end, base, line) => into.push({ start: base + start, end: base + end, line }),
        broken: (stretch) => into.push(stretch),
      });
      reader.push(new TextEncoder().encode(parts.join('')));
      const fork = reader.fork();
      into = [];
      identifiesRecord[0] = into;
      fork.end();
      into = [];
      identifiesRecord[1] = into;
      reader.end();
      expect(identifiesRecord[0]).toEqual(identifiesRecord[1]);
      expect([fork.shape.name(), fork.endLine, fork.offset]).toEqual([reader.shape.name(), reader.endLine, reader.offset]);
    }),
    { numRuns: runs(1000) },
  );
});

it('a fork that is left behind tells what it would have told at once', () => {
  fc.assert(
    fc.property(pieces, pieces, (before, after) => {
      const answers = [true, false].map((goesOn) => {
        const identifiesRecord: unknown[] = [];
        let isHeard = false;
        const report = (what: unknown): void => void (isHeard && identifiesRecord.push(what));
        const reader = new RecordReader(new RecordScanner(), {
          record: (bytes, start, end, base, line) => report({ text: bytes.slice(start, end).join(), start: base + start, line }),
          broken: report,
        });
        before.forEach((part) => reader.push(new TextEncoder().encode(part)));
        const fork = reader.fork();
        if (goesOn) {
          after.forEach((part) => reader.push(new TextEncoder().encode(part)));
        }
        isHeard = true;
        fork.end();
        return [...identifiesRecord, fork.shape.name(), fork.endLine, fork.offset];
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
