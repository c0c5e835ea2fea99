import { expect } from 'vitest';
import { readAll } from './readAll.ts';

const encoder = new TextEncoder();

/**
 * Reads a log and compares: the records' texts in order, and for each broken stretch `code:text`, with `|` at the point
 * of failure.
 */
export function checkReading(log: string, records: readonly string[], broken: readonly string[] = [], container?: string): void {
  const bytes = encoder.encode(log);
  const read = readAll(bytes);
  expect(read.records.map((record) => record.text)).toEqual(records);
  expect(
    read.broken.map(({ code, start, end, failure }) => {
      const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
      return `${code}:${text(start, failure)}|${text(failure, end)}`;
    }),
  ).toEqual(broken);
  if (container !== undefined) {
    expect(read.container).toBe(container);
  }
  for (const record of read.records) {
    expect(new TextDecoder().decode(bytes.subarray(record.offset)).startsWith(record.text)).toBe(true);
    expect(record.line).toBe(lineOf(bytes, record.offset));
  }
  for (const size of [1, 2, 3, 7, 64]) {
    expect(readAll(bytes, [size])).toEqual(read);
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  return new TextDecoder().decode(bytes.subarray(0, offset)).split(/\r\n|\n|\r/).length;
}
