import { describe, expect, it } from 'vitest';
import { RecordReader } from '../../../src/core/reading/recordReader.ts';
import type { BrokenStretch } from '../../../src/core/reading/recordSink.ts';
import { RecordScanner } from '../../../src/core/json/recordScanner.ts';

const megabyte = 1024 * 1024;

/** The lengths of the records, and the faults, of a log that arrives in pieces of a megabyte or so. */
function read(...parts: readonly string[]): { readonly records: readonly number[]; readonly broken: readonly BrokenStretch[] } {
  const records: number[] = [];
  const broken: BrokenStretch[] = [];
  const reader = new RecordReader(new RecordScanner(), {
    record: (_, start, end) => void records.push(end - start),
    broken: (stretch) => void broken.push(stretch),
  });
  const bytes = Buffer.from(parts.join(''));
  for (let offset = 0; offset < bytes.length; offset += megabyte + 7) {
    reader.push(bytes.subarray(offset, offset + megabyte + 7));
  }
  reader.end();
  return { records, broken };
}

const long = (length: number): string => `{"a":"${'x'.repeat(length - 8)}"}`;

describe('a record', () => {
  it.each([1, 5, 15])('of %i MB is read', (size) => {
    const { records, broken } = read('{"a":1}\n', long(size * megabyte), '\n{"a":2}');
    expect({ records, broken }).toEqual({ records: [7, size * megabyte, 7], broken: [] });
  });

  it.each([
    ['lines', '\n', '', ''],
    ['an array on one line', ',', '[', ']'],
  ])('that is too long, in %s, is told once and hides no other', (_, separator, before, after) => {
    const { records, broken } = read(before, '{"a":1}', separator, long(40 * megabyte), separator, '{"a":2}', separator, '{"a":3}', after);
    expect(records).toEqual([7, 7, 7]);
    expect(broken).toMatchObject([{ code: 'syntax.tooLong', start: before.length + 8, line: separator === '\n' ? 2 : 1 }]);
  });

  it('of endless objects that begin as records do takes no more time than others', () => {
    const { broken } = read('{"a":1}\n{"x":', '{"a":'.repeat(8 * megabyte));
    expect(broken[0]).toMatchObject({ code: 'syntax.tooLong', start: 8 });
    expect(broken.length).toBeLessThan(10);
  });

  it('that never ends is told once', () => {
    const { records, broken } = read('{"a":"', 'x'.repeat(50 * megabyte));
    expect(records).toEqual([]);
    expect(broken).toMatchObject([{ code: 'syntax.tooLong', start: 0 }]);
  });
});
