import { pushBytes } from '../../../src/core/json/byteWindow.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordScanner } from '../../../src/core/json/recordScanner.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { ContainerParser } from '../../../src/core/reading/containerParser.ts';
import { maxRecordLength } from '../../../src/core/reading/readerContext.ts';
import { placeAt, type Place } from './placeAt.ts';
import { runs } from '../../runs.ts';

interface Reading extends Place {
  readonly parser: ContainerParser;
}

function begin(text: string): Reading {
  const started = placeAt(text);
  return { ...started, parser: new ContainerParser(started.place, new RecordScanner(), started.sink) };
}

/** Reads as far as can be said. */
function read(text: string, final = false): Reading {
  const reading = begin(text);
  while (reading.parser.step(final)) {
    // Each step tells something or moves on.
  }
  return reading;
}

/** What is told when each byte comes by itself. */
function reportedOfBytes(text: string): readonly string[] {
  const { parser, place, reported } = begin('');
  for (const byte of encodeText(text)) {
    place.lines.advance(place.window, place.window.position);
    pushBytes(place.window, Uint8Array.of(byte));
    while (parser.step(false));
  }
  while (parser.step(true));
  return reported;
}

const a = '{"a":1}';
const known = '{"operationName":1}';

describe('each step', () => {
  it('tells one thing, or passes one thing over', () => {
    const { parser, reported, place } = begin(`[${a},1,{x},${a}]`);
    const steps: unknown[] = [];
    while (parser.step(true)) {
      steps.push([place.offset, reported.at(-1)]);
    }
    expect(steps).toEqual([
      [1, undefined],
      [8, 'record 1:1-8'],
      [9, 'record 1:1-8'],
      [10, 'syntax.notAnObject 1:9-10'],
      [11, 'syntax.notAnObject 1:9-10'],
      [11, 'syntax.notAnObject 1:9-10'],
      [14, 'syntax.invalid expectedKey 1:11-14'],
      [15, 'syntax.invalid expectedKey 1:11-14'],
      [22, 'record 1:15-22'],
      [23, 'record 1:15-22'],
    ]);
  });

  it('leads to one that moves on, whatever the bytes are, and at the end to the end', () => {
    const part = fc.constantFrom(...'{}[],":1x \n\0\x1e\ufeff', a, '{"records":[', '"b":2');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.boolean(), (parts, final) => {
        const { parser, place } = begin(parts.join(''));
        for (let before = -1, idle = 0; parser.step(final); before = place.offset) {
          idle = place.offset > before ? 0 : idle + 1;
          expect(idle).toBeLessThan(4);
        }
        expect(final ? place.offset : 0).toBe(final ? place.window.length : 0);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('nothing that has begun is unfinished', () => {
  it.each<[text: string, isBetween: boolean]>([
    ['', true],
    [`${a}\n`, true],
    [`${a}\n{"a":`, true],
    ['{"operationName":x', false],
    ['[', true],
    [`[${a}`, false],
    [`[${a}]`, true],
    [`{"records":[${known}]`, false],
    [`{"records":[${known}]}`, true],
    [`{"records":[${known}],"x":1`, false],
  ])('behind %j: %s', (text, isBetween) => {
    expect(read(text).parser.isBetween).toBe(isBetween);
  });
});

describe('what is around the records is cut off', () => {
  it.each<[text: string, isCutOff: boolean]>([
    [a, false],
    [`[${a}`, true],
    [`[${a},`, true],
    [`[${a}]`, false],
    [`{"records":[${a}`, true],
    [`{"records":[${a}]`, true],
    [`{"records":[${a}]}`, false],
    // The truncated record is reported, and so the end of what is around it.
    [`[${a},{"a":`, false],
    [`[${a},{"a":x}]]`, false],
    // Without commas it may be lines behind a bracket too many.
    [`[${a}\n${a}\n`, false],
  ])('if the source ends behind %j: %s', (text, isCutOff) => {
    expect(read(text, true).parser.isCutOff).toBe(isCutOff);
  });
});

it.each([
  ['{"a":', 'object'],
  ['{"a":x}', 'object'],
  ['x', 'empty'],
])('the container of %s alone is named %s', (text, container) => {
  expect(read(text, true).place.shape.name()).toBe(container);
});

describe('more bytes are wanted', () => {
  it.each<[text: string, wanted: number]>([
    ['', 0],
    [`${a}\n`, 0],
    ['{"a":', 10],
    [`${a}\n{"a":`, 10],
    [`[${a},{`, 2],
    ['"x"', 6],
  ])('behind %j, up to twice the length of what is unfinished: %i', (text, wanted) => {
    expect(read(text).place.state.wanted).toBe(wanted);
  });

  it('none for a record that is whole and longer than may be: it is passed over too', () => {
    const { reported } = read(`{"a":"${'x'.repeat(maxRecordLength)}"}\n${a}`, true);
    expect(reported).toEqual([`syntax.tooLong 1:0-${maxRecordLength + 16}`, `record 2:${maxRecordLength + 9}-${maxRecordLength + 16}`]);
  });

  it('none for a broken stretch of that length', () => {
    const reading = read(`{x${'y'.repeat(maxRecordLength)}`);
    pushBytes(reading.place.window, encodeText(`y}\n${a}`));
    while (reading.parser.step(true));
    expect(reading.reported).toEqual([
      `syntax.invalid expectedKey 1:0-${maxRecordLength + 2}`,
      `record 2:${maxRecordLength + 5}-${maxRecordLength + 12}`,
    ]);
  });

  it('never more than the longest record has', () => {
    const { place } = read(`{"a":"${'x'.repeat(maxRecordLength - 10)}`);
    expect(place.state.wanted).toBe(maxRecordLength);
  });

  it('no longer where the longest record would have ended: it is told and passed over', () => {
    const reading = read(`{"a":"${'x'.repeat(maxRecordLength)}`);
    expect(reading.reported).toEqual([`syntax.tooLong 1:0-${maxRecordLength + 6}`]);
    const { place, parser, reported } = reading;
    pushBytes(place.window, encodeText(`x"}\n${a}`));
    while (parser.step(true));
    expect(reported.slice(1)).toEqual([`record 2:${maxRecordLength + 10}-${maxRecordLength + 17}`]);
  });
});

describe('by its beginning', () => {
  it.each<[name: string, text: string, ...reported: readonly string[]]>([
    ['a record', a, 'record 1:0-7'],
    ['a list', `[${a}]`, 'record 1:1-8'],
    ['a list in a list', `[[${known}]]`, 'syntax.notAnObject 1:1-2', 'record 1:2-21'],
    ['a list of values in a list', '[[1]]', 'syntax.notAnObject 1:1-4'],
    ['a line with a list of values', `${a}\n[1]`, 'record 1:0-7', 'syntax.notAnObject 2:8-11'],
    ['a line of text in brackets', '[up] again', 'syntax.invalid bareText 1:0-10'],
    ['a byte order mark', `\ufeff${a}`, 'record 1:3-10'],
    ['another character', '\ufeee', 'syntax.invalid 1:0-3'],
    ['a bracket that closes nothing', `${a}]`, 'record 1:0-7', 'syntax.invalid 1:7-8'],
    ['a brace that closes nothing', `${a}}`, 'record 1:0-7', 'syntax.invalid 1:7-8'],
    ['a trailing comma', '{"a":1,}', 'syntax.trailingComma 1:0-8'],
    ['a part of a record', '{"callerIdentity":"x"}],"b":1}', 'syntax.invalid expectedEndOfObject 1:0-30'],
    ['a wrapper that was broken, and its end', `{"a":x,"records":[${known}]}`, 'syntax.invalid bareText 1:0-18', 'record 1:18-37'],
    ['a record with a list inside', '{"id":1,"parts":[{"x":1},{"x":2}]}', 'record 1:0-34 parts'],
    [
      'a value in a list, without commas',
      '[{"a":1} 1 {"a":1}]',
      'record 1:1-8',
      'syntax.invalid comma 1:9-10',
      'syntax.notAnObject 1:9-10',
      'record 1:11-18',
    ],
    [
      'a bracket too many between lines, and the one that closes it',
      `${a}\n[\n${a}\n${a}\n]\n${a}`,
      'record 1:0-7',
      'syntax.invalid 2:8-9',
      'record 3:10-17',
      'record 4:18-25',
      'record 6:28-35',
    ],
    [
      'a broken wrapper of several records, and its end',
      `{"a":x,"records":[${known},${known}]}\n${a}`,
      'syntax.invalid bareText 1:0-18',
      'record 1:18-37',
      'record 1:38-57',
      'record 2:60-67',
    ],
    [
      'a record inside of a broken one, and the rest of that',
      `{"operationName":x,"b":${known},"c":2}\n${a}`,
      'syntax.invalid bareText 1:0-23',
      'record 1:23-42',
      'record 2:50-57',
    ],
    ['the rest of an item, and the end of its list', `"b":1},${known}]`, 'syntax.invalid 1:0-6', 'record 1:7-26'],
    ['nothing but a comma', ','],
  ])('%s is read as what it is, in one piece and byte by byte', (_, text, ...reported) => {
    expect(read(text, true).reported).toEqual(reported);
    expect(reportedOfBytes(text)).toEqual(reported);
  });
});
