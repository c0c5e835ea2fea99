import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReaderState } from '../../../src/core/reading/readerState.ts';
import type { BrokenStretch } from '../../../src/core/reading/recordSink.ts';
import { readAll, startReader, type ReadLog } from './readAll.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();

/** The state of a reader of these bytes, with the key as text. */
function stateAfter(log: string): unknown {
  const { reader } = startReader();
  reader.push(encoder.encode(log));
  const state = reader.betweenLines;
  return state && { ...state, opening: new TextDecoder().decode(state.opening) };
}

describe('a state', () => {
  it.each<[name: string, log: string, expected: unknown]>([
    ['a line', '{"a":1}\n', { offset: 8, line: 2, records: 1, opening: '"a"', spent: 0 }],
    ['lines', '{"a":1}\n{"b":1}\n', { offset: 16, line: 3, records: 2, opening: '"a"', spent: 0 }],
    ['blank lines, blanks and CRLF', '\r\n\n {"a":1} \r\n\n', { offset: 15, line: 5, records: 1, opening: '"a"', spent: 0 }],
    ['what is broken', '{"a":1}\n{"a":x}\n{"a":1}\n', { offset: 24, line: 4, records: 2, opening: '"a"', spent: 5 }],
    ['a broken first record', '{"a":x}\n{"a":1}\n', { offset: 16, line: 3, records: 1, opening: '"a"', spent: 5 }],
    ['a byte order mark', '\ufeff{"a":1}\n', { offset: 11, line: 2, records: 1, opening: '"a"', spent: 0 }],
  ])('is there behind %s', (_, log, expected) => {
    expect(stateAfter(log)).toEqual(expected);
  });

  it.each<[name: string, log: string]>([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['a record whose line may go on', '{"a":1}'],
    ['blanks on a line', '{"a":1}\n '],
    ['a carriage return, which a line feed may follow', '{"a":1}\r'],
    ['an unfinished record', '{"a":1}\n{"a":\n'],
    ['a number that may go on', '{"a":1}\n1'],
    ['a broken record, which may be the last', '{"a":1}\n{"a":x}\n'],
    ['padding', '{"a":1}\n\0\n'],
    ['an array', '[{"a":1}\n'],
    ['a closed array', '[{"a":1}]\n'],
    ['a wrapper', '{"records":[{"a":1}\n'],
    ['a closed wrapper', '{"records":[{"a":1}]}\n'],
    ['records on one line', '{"a":1}{"a":1}\n'],
    ['a record on two lines', '{"a":\n1}\n'],
    ['commas', '{"a":1},\n'],
    ['record separators', '\x1e{"a":1}\n'],
    ['records without a key', '{}\n{}\n'],
  ])('is not there behind %s', (_, log) => {
    expect(stateAfter(log)).toBeUndefined();
  });
});

/** Offsets after the line feeds. */
function lineStarts(bytes: Uint8Array): readonly number[] {
  return [...bytes].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : []));
}

/**
 * Reads a log in blocks that end at the given places, each from the state after the first, with lines that count from the
 * block; where one does not end in a state, a single reader goes on from the last one.
 */
function readInBlocks(bytes: Uint8Array, cuts: readonly number[]): Omit<ReadLog, 'container'> {
  const records: ReadLog['records'][number][] = [];
  const broken: BrokenStretch[] = [];
  const take = (log: ReadLog, line: number): void => {
    records.push(...log.records.map((record) => ({ ...record, line: record.line + line - 1 })));
    broken.push(...log.broken.map((stretch) => ({ ...stretch, line: stretch.line + line - 1 })));
  };
  let last: ReaderState | undefined;
  for (const cut of cuts) {
    const offset = last?.offset ?? 0;
    const { reader, reported } = startReader(last && { ...last, line: 1, spent: 0 });
    reader.push(bytes.slice(offset, cut));
    const state = reader.betweenLines;
    if (state === undefined) {
      break;
    }
    expect(state.offset).toBe(cut);
    const line = last?.line ?? 1;
    take(reported(), line);
    last = { ...state, line: state.line + line - 1 };
  }
  const { reader, reported } = startReader(last);
  reader.push(bytes.slice(last?.offset ?? 0));
  reader.end();
  take(reported(), 1);
  return { records, broken };
}

describe('a reader that begins with a state', () => {
  const record = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }).map((one) => JSON.stringify({ operationName: 'x', ...one }));
  const lineEnd = fc.constantFrom('\n', '\r\n', ' \n', '\n\n');

  it('tells the same as one that has read everything, at any line of clean lines', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(record, lineEnd), { minLength: 2, maxLength: 12 }), (lines) => {
        const bytes = encoder.encode(lines.flat().join(''));
        const all = readAll(bytes);
        const [first] = lineStarts(bytes);
        const { reader } = startReader();
        reader.push(bytes.slice(0, first));
        const state = reader.betweenLines;
        for (const [index, offset] of lineStarts(bytes).entries()) {
          const { reader: later, reported } = startReader({ ...state!, offset, line: 1, spent: 0 });
          later.push(bytes.slice(offset));
          expect(later.betweenLines).toEqual({
            ...state,
            offset: bytes.length,
            line: lineStarts(bytes).length - index,
            records: later.shape.records,
          });
          later.end();
          const after = all.records.filter((one) => one.offset >= offset);
          expect(reported().records).toEqual(after.map((one) => ({ ...one, line: one.line - index - 1 })));
          expect(reported().broken).toEqual([]);
          expect(later.shape.records - state!.records).toBe(after.length);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('tells the same as one that has read everything, of any lines', () => {
    const other = fc.constantFrom(
      '',
      '{"operationName":',
      '{"a":',
      '1',
      '}',
      ']',
      '[',
      '{"value":[{"operationName":"x"}]}',
      '\0',
      '{\n"a":1\n}',
      '{"a":1}',
      '{"a":1},',
      '{"a":1}{"a":2}',
      '{"a":[1}',
      '"x',
      '\x1e',
      '{"operationName":"x","b":{',
    );
    const line = fc.oneof({ weight: 6, arbitrary: record }, { weight: 1, arbitrary: other });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, lineEnd), { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 5 }), (lines, picks) => {
        const bytes = encoder.encode(lines.flat().join(''));
        const starts = lineStarts(bytes);
        const cuts = [...new Set(picks.flatMap((pick) => (starts.length === 0 ? [] : [starts[pick % starts.length]!])))].sort(
          (a, b) => a - b,
        );
        const { records, broken } = readAll(bytes);
        expect(readInBlocks(bytes, cuts)).toEqual({ records, broken });
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('bytes that are finished with', () => {
  it('may be overwritten before the next ones come', () => {
    const line = fc.constantFrom('{"a":1}\n', ' {"a":"ü"}\r\n', '\n', '{"b":[1,\n2]}\n', '{"a":1}\r', '{"a":1}{"a":2}\n');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { reader, reported } = startReader();
        let offset = 0;
        for (const piece of lines.map((text) => encoder.encode(text))) {
          reader.push(piece);
          offset += piece.length;
          if (reader.offset === offset) {
            piece.fill(0x20);
          }
        }
        reader.end();
        expect(reported()).toEqual(readAll(encoder.encode(lines.join(''))));
      }),
    );
  });
});
