import { expect, it } from 'vitest';
import { isTarHeader } from '../../../src/core/reading/tarHeader.ts';
import { tarHeader } from '../../corpus/tarHeader.ts';

it('is told by its checksum, with and without the magic of POSIX', () => {
  expect(isTarHeader(tarHeader('a.json', 'ustar\0'))).toBe(true);
  expect(isTarHeader(tarHeader('logs/audit/2020-11.ndjson', ''))).toBe(true);
});

it('is none if one byte differs or is missing', () => {
  const header = tarHeader('a.json', 'ustar\0');
  for (let index = 0; index < header.length; index++) {
    expect(isTarHeader(header.with(index, header[index]! ^ 1)), `byte ${index}`).toBe(false);
  }
  expect(isTarHeader(header.subarray(0, 511))).toBe(false);
});

it('is none in other content', () => {
  expect(isTarHeader(new Uint8Array(1024))).toBe(false);
  expect(isTarHeader(new TextEncoder().encode(`{"a":"${'x'.repeat(600)}"}`))).toBe(false);
});
