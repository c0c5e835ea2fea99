import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatSamples } from '../../scripts/sample/formats/allFormats.ts';
import { sampleRecords, sampleText } from '../../scripts/sample/formats/formatSample.ts';
import { formatData, genericData } from '../../src/core/formats/formatData.ts';

const shipped = formatSamples.flatMap((sample) => (sample.file === undefined ? [] : [[sample.file, sample] as const]));
const cases = formatSamples.map((sample) => [sample.format, sample] as const);

test('there is a generator for every format', () => {
  expect(formatSamples.map(({ format }) => format).toSorted()).toEqual([...formatData, genericData].map(({ id }) => id).toSorted());
});

describe.each(cases)('the sample of %s', (_, sample) => {
  const text = sampleText(sample);

  test('has as many records as asked for, the same for the same seed', () => {
    expect(sampleRecords(sample, 0, 1)).toEqual([]);
    expect(sampleRecords(sample, 37, 5)).toHaveLength(37);
    expect(sampleText(sample, 37, 5)).toBe(sampleText(sample, 37, 5));
    expect(sampleText(sample, 37, 5)).not.toBe(sampleText(sample, 37, 6));
  });

  test('names nobody that exists', () => {
    const hosts = [...text.matchAll(/[\w.-]+@([\w.-]+)/g)].map(([, host]) => host!);
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
    const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
    const accounts = [...text.matchAll(/(?::|[aA]ccountId":")(\d{12})(?=[:"])/g)].map(([, account]) => account);
    expect(addresses.filter((address) => !/^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|15\.20\.0000\.)/.test(address))).toEqual([]);
    expect(accounts.filter((account) => account !== '111122223333' && account !== '444455556666')).toEqual([]);
  });
});

test.each(shipped)('media/samples/%s is what `npm run sample` writes', (file, sample) => {
  const url = new URL(`../../media/samples/${file}`, import.meta.url);
  expect(existsSync(url)).toBe(true);
  // Compared without toBe: its message would hold the whole file.
  expect(readFileSync(url, 'utf8') === sampleText(sample)).toBe(true);
});
