import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cloneState } from '../../../src/core/reading/parserState.ts';
import { RecordReader } from '../../../src/core/reading/recordReader.ts';
import { RecordScanner } from '../../../src/core/json/recordScanner.ts';
import type { RecordSink } from '../../../src/core/reading/recordSink.ts';
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

/** A sink, and all that was reported to it. */
function listener(): RecordSink & { readonly reported: unknown[] } {
  const reported: unknown[] = [];
  return {
    reported,
    record: (bytes, start, end, base, line) => void reported.push({ text: bytes.slice(start, end).join(), start: base + start, line }),
    broken: (stretch) => void reported.push(stretch),
  };
}

function push(reader: RecordReader, text: string): void {
  reader.push(new TextEncoder().encode(text));
}

/** A reader that goes on where another one is, as if on another thread, and reports elsewhere. */
function continued(reader: RecordReader, sink: RecordSink): RecordReader {
  return new RecordReader(new RecordScanner(), sink, structuredClone(cloneState(reader.state)));
}

function ended(reader: RecordReader, sink: ReturnType<typeof listener>): readonly unknown[] {
  reader.end();
  return [...sink.reported, reader.shape.name(), reader.endLine, reader.offset];
}

/** What is reported of a log; where asked for, each piece is read by a reader of its own. */
function allReported(parts: readonly string[], isReplaced: boolean): readonly unknown[] {
  const sink = listener();
  let reader = new RecordReader(new RecordScanner(), sink);
  for (const part of parts) {
    push(reader, part);
    reader = isReplaced ? continued(reader, sink) : reader;
  }
  return ended(reader, sink);
}

it('a reader may be replaced anywhere by one with a clone of its state', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(allReported(parts, true)).toEqual(allReported(parts, false));
    }),
    { numRuns: runs(4000) },
  );
});

it('a reader may be reported the end without another one knowing, which had the same state', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const sink = listener();
      const reader = new RecordReader(new RecordScanner(), sink);
      for (const part of parts) {
        push(reader, part);
        continued(reader, listener()).end();
      }
      expect(ended(reader, sink)).toEqual(allReported(parts, false));
    }),
    { numRuns: runs(4000) },
  );
});

it('a clone does not change when its reader goes on', () => {
  fc.assert(
    fc.property(pieces, pieces, (before, after) => {
      const [atOnce, later] = [false, true].map((goesOn) => {
        const reader = new RecordReader(new RecordScanner(), listener());
        before.forEach((part) => push(reader, part));
        const state = cloneState(reader.state);
        if (goesOn) {
          after.forEach((part) => push(reader, part));
        }
        const sink = listener();
        return ended(new RecordReader(new RecordScanner(), sink, state), sink);
      });
      expect(later).toEqual(atOnce);
    }),
    { numRuns: runs(4000) },
  );
});

it('a clone has no part that changes in common with its state', () => {
  const { state } = new RecordReader(new RecordScanner(), listener());
  const clone = cloneState(state);
  const shared = Object.entries(clone).filter(([name, part]) => typeof part === 'object' && part === state[name as keyof typeof state]);
  expect(shared).toEqual([]);
  expect(clone).toEqual(state);
});

it('a clone holds the bytes that are not finished with, and no others', () => {
  const reader = new RecordReader(new RecordScanner(), listener());
  push(reader, `${'{"a":1}\n'.repeat(1000)}[{"a":"unfinished`);
  const { window, opening } = cloneState(reader.state);
  expect(new TextDecoder().decode(window.bytes)).toBe('{"a":"unfinished');
  expect([window.base, window.bytes.buffer.byteLength, opening.buffer.byteLength]).toEqual([8001, 16, 3]);
});
