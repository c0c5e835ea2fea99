import { describe, expect, it } from 'vitest';
import { Scan } from '../../../../src/core/json/jsonScanner.ts';
import { Templates } from '../../../../src/engine/ingest/template/templates.ts';
import { ingestSeed, ScannedRecords } from '../scannedRecords.ts';

/** Templates, and the records that match none read another way. */
class Reading {
  private readonly records = new ScannedRecords();
  readonly templates = new Templates(this.records.table, this.records.values, new Scan(), ingestSeed, () => false);

  /** Reads a record; true if it matches a template. What matches none is learned from if it may be. */
  read(text: string, mayLearn = true): boolean {
    const { records, templates } = this;
    // Its own bytes are gone when it has been read.
    const bytes = Buffer.from(`\n${text}\n`);
    const end = bytes.length - 1;
    const found = templates.match(bytes, 1, end);
    if (found === -1) {
      const fields = records.read(bytes, 1, end);
      templates.missed(bytes, 1, end, mayLearn ? records.layout : undefined, mayLearn ? fields : undefined);
    } else if (found !== end) {
      throw new Error(`A match ends at ${found}, not at ${end}.`);
    }
    bytes.fill(0x20);
    return found !== -1;
  }

  readAll(...texts: readonly string[]): readonly boolean[] {
    return texts.map((text) => this.read(text));
  }

  /** The keys of the template that last matched. */
  get matchedKeys(): readonly string[] {
    return [...this.templates.matched.keys].map((key) => this.records.keys.text(key));
  }
}

const time = (second: number): string => `{"env_time":"2020-11-23T18:23:0${second}Z"}`;
const region = '{"targetResources":[{"targetResourceType":"ServiceRegion","targetResourceName":"EastUS"}]}';
const resource = (name: string): string =>
  `{"targetResources":[{"targetResourceType":"ResourceId","targetResourceName":"/subscriptions/s/${name}"}]}`;

describe('the templates of a log', () => {
  it('match a record like one before it, and of those that differ all from the third on', () => {
    const reading = new Reading();
    expect(reading.readAll('{"a":1}', '{"a":1}', '{"a":2}', '{"a":3}', '{"a":"x"}')).toEqual([false, true, false, true, true]);
    expect(reading.templates.learnings).toBe(2);
  });

  it('have the template that matched last first', () => {
    const reading = new Reading();
    reading.readAll('{"a":1}', '{"b":1,"c":1}', '{"a":1}');
    expect(reading.matchedKeys).toEqual(['a']);
    reading.read('{"b":1,"c":1}');
    expect(reading.matchedKeys).toEqual(['b', 'c']);
  });

  it.each([
    ['times', time(1), time(2), true],
    ['names of resources', resource('one'), resource('two'), true],
    ['names of regions', region, region.replace('East', 'West'), false],
    ['operations', '{"operationName":"A"}', '{"operationName":"B"}', false],
  ])('take %s for what varies, from one record: %#', (_, first, second, expected) => {
    expect(new Reading().readAll(first, second)).toEqual([false, expected]);
  });

  it('keep an empty array of pairs apart from one with pairs', () => {
    const reading = new Reading();
    const empty = '{"targetResources":[]}';
    expect(reading.readAll(empty, region, empty, region)).toEqual([false, false, true, true]);
    expect(new Reading().readAll(empty, '{"targetResources":[ ]}', region, '{"targetResources":[  ]}')).toEqual([
      false,
      false,
      false,
      false,
    ]);
    // Of other keys any value is taken.
    expect(reading.readAll('{"x":[]}', '{"x":[1]}', '{"x":[2]}', '{"x":[]}')).toEqual([false, false, true, true]);
  });

  it.each([
    ['without members', '{}'],
    ['longer than 64 KB', `{"a":"${'x'.repeat(64 * 1024)}"}`],
    ['with more than 256 values', `{${Array.from({ length: 257 }, (_, index) => `"k${index}":1`).join(',')}}`],
  ])('learn nothing from a record %s', (_, text) => {
    const reading = new Reading();
    expect(reading.readAll(text, text)).toEqual([false, false]);
    expect(reading.templates.learnings).toBe(0);
  });

  it('learn nothing from a record whose fields are not handed over', () => {
    const reading = new Reading();
    expect(reading.read('{"a":1}', false)).toBe(false);
    expect(reading.read('{"a":1}', false)).toBe(false);
    expect(reading.templates.learnings).toBe(0);
  });

  it('are 32 at most: one more takes the place of that which fewest records have matched', () => {
    const shape = (number: number): string => `{"${number} is a key":1}`;
    const shapes = Array.from({ length: 32 }, (_, number) => shape(number));
    const reading = new Reading();
    shapes.forEach((text, number) => reading.readAll(text, ...(number === 5 ? [] : [text])));
    expect(reading.readAll(shape(32), shape(32))).toEqual([false, true]);
    expect(shapes.filter((text) => !reading.read(text, false))).toEqual([shape(5)]);
  });
});

describe('a template that records do not match', () => {
  const other = '{"b":1}';

  it.each([
    [0, 128],
    [2, 128],
    [3, 192],
  ])('and %i did is given up after %i that did not', (hits, misses) => {
    const rest = (missed: number): boolean => {
      const reading = new Reading();
      reading.read('{"a":1}');
      Array.from({ length: hits }, () => expect(reading.read('{"a":1}')).toBe(true));
      Array.from({ length: missed }, () => reading.read(other, false));
      return reading.read('{"a":1}', false);
    };
    expect([rest(misses), rest(misses + 1)]).toEqual([true, false]);
  });

  it('makes room for the next one, which is tried at once', () => {
    const reading = new Reading();
    const kept = '{"c":1}';
    expect(reading.readAll(kept, kept, kept, kept, '{"a":1}')).toEqual([false, true, true, true, false]);
    Array.from({ length: 128 }, () => reading.read(other, false));
    expect(reading.readAll(kept, '{"a":1}')).toEqual([true, false]);
  });

  it('costs no more than half of the bytes that are read, and 16 KB', () => {
    const long = `"text":"${'x'.repeat(9000)}"`;
    const reading = new Reading();
    const failing = `{${long},"b":1}`;
    reading.read(`{${long},"a":1}`);
    Array.from({ length: 100 }, () => expect(reading.read(failing, false)).toBe(false));
    const half = (101 * failing.length) / 2;
    expect(reading.templates.comparedInVain).toBeGreaterThan(half - failing.length);
    expect(reading.templates.comparedInVain).toBeLessThan(half + 16 * 1024 + failing.length);
  });
});
