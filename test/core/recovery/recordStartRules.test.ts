import { describe, expect, it } from 'vitest';
import { skipBlanks } from '../../../src/core/json/jsonScanner.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import {
  beginningIsMissing,
  beginsLikeRecord,
  beginsSequenceItem,
  beginsWithPart,
  closesArray,
  continuesRecord,
  holdsWholeRecord,
  isOtherLine,
  logEnds,
  type NewLine,
  opensAfterFailure,
  standsBeforeFailure,
  isRecordStart,
} from '../../../src/core/recovery/recordStartRules.ts';
import type { KnownRecord } from '../../../src/core/recovery/brokenRecord.ts';
import type { Rule, Ruling } from '../../../src/core/recovery/ruling.ts';
import { knownRecord } from './knownRecord.ts';

type Row = [name: string, line: string, expected: Ruling, broken?: Partial<KnownRecord>, more?: boolean];

const record = '{"x":';
/** Strict reading took the line for a part of the broken record. */
const early: Partial<KnownRecord> = { failure: 100 };

function lineOf(line: string, broken: Partial<KnownRecord> = {}, more = false): NewLine {
  const bytes = encodeText(`${record}\n${line}`);
  const { length } = bytes;
  const next = skipBlanks(bytes, record.length, length);
  const indentation = next - record.length - 1;
  return { bytes, length, broken: knownRecord(broken), final: !more, lineBreak: record.length, next, indentation };
}

describe.each<[rule: Rule<NewLine>, rows: readonly Row[]]>([
  [
    logEnds,
    [
      ['behind the line break', '', true],
      ['behind blanks', '  ', true],
      ['if no more bytes come', '', undefined, {}, true],
      ['not', 'x', 'silent'],
    ],
  ],
  [
    beginningIsMissing,
    [
      ['of a key', '{"i', undefined, {}, true],
      ['of an object', '{', undefined, {}, true],
      ['and never comes', '{"i', 'silent'],
      ['of no object', '"i', 'silent', {}, true],
    ],
  ],
  [
    beginsWithPart,
    [
      ['a caller', '  {"callerIdentityType":1}', false],
      ['a target', '{"TargetResourceName":1}', false],
      ['a record', '{"id":1}', 'silent'],
    ],
  ],
  [
    beginsLikeRecord,
    [
      ['with a first key of records', '{"id":1}', true],
      ['with a documented key', '{"operationName":1}', true],
      ['before the failure', '{"id":1}', true, early],
      ['with another key', '{"x":1}', 'silent'],
      ['with another indentation', ' {"id":1}', 'silent'],
      ['with the same indentation', ' {"id":1}', true, { indentation: 1 }],
      ['with no object', '"id":1', 'silent'],
    ],
  ],
  [
    holdsWholeRecord,
    [
      ['before the failure', '{"x":1}', true, early],
      ['before another record', '{"x":1}\n{"x":2}', true, early],
      ['at the failure', '{"x":1}', 'silent', { failure: record.length + 1 }],
      ['where reading does not go back', '{"x":1}', 'silent', { ...early, mayGoBack: false }],
      ['with another indentation', ' {"x":1}', 'silent', early],
      ['in an array', '{"x":1}', 'silent', { ...early, inArray: true }],
      ['where records span lines', '{"x":1}', 'silent', { ...early, eachOnOneLine: false }],
      ['with a comma', '{"x":1},', 'silent', early],
      ['but only a part of one', '{"x":1', 'silent', early],
      ['before the end of a list, where no record has been read', '{"x":1}\n]', 'silent', { ...early, hasRecords: false }],
      ['before the end of the log, where no record has been read', '{"x":1}\n', true, { ...early, hasRecords: false }],
      ['but a list', '[1]', 'silent', early],
    ],
  ],
  [
    opensAfterFailure,
    [
      ['with the same indentation', '{1', true],
      ['with a first key of records', '  {"id":1', true],
      ['with neither', '  {"x":1', 'silent'],
      ['no object', '"id":1', 'silent'],
      ['before the failure', '{1', 'silent', early],
      ['at the failure', '{1', true, { failure: record.length + 1 }],
    ],
  ],
  [
    standsBeforeFailure,
    [
      ['before it', 'x', false, early],
      ['at it', 'x', false, { failure: record.length + 1 }],
      ['where the line break failed', 'x', 'silent', { failure: record.length }],
      ['behind it', 'x', 'silent'],
    ],
  ],
  [
    closesArray,
    [
      ['at the beginning of a line', ']', true, { inArray: true }],
      ['further left than records', '  ]', true, { inArray: true, indentation: 3 }],
      ['as far right as records', '  ]', 'silent', { inArray: true, indentation: 2 }],
      ['without an array', ']', 'silent'],
      ['with a brace', '}', 'silent', { inArray: true }],
    ],
  ],
  [
    isOtherLine,
    [
      ['text', 'x', true],
      ['text further right', ' x', 'silent'],
      ['text where records stand further right', ' x', true, { indentation: 1 }],
      ['text behind a record that does not begin its line', 'x', true, { indentation: -1 }],
      ['text where records span lines', 'x', 'silent', { oneLine: false }],
      ['a member', '"x":1', 'silent'],
    ],
  ],
  [
    beginsSequenceItem,
    [
      ['with its mark', '\u001e{}', true],
      ['without', '{}', false],
    ],
  ],
])('$name', (rule, rows) => {
  it.each<Row>(rows)('%s: %j', (_, line, expected, broken, more) => {
    expect(rule(lineOf(line, broken, more))).toBe(expected);
  });
});

describe('recordStartRules', () => {
  it.each<Row>([
    ['a part of a record never begins one', '{"callerIdentityType":1}', false],
    ['a record shows before the failure', '{"id":1}', true, early],
    ['text before the failure is a part', 'x', false, early],
    ['further text of a record that spans lines is a part', 'x', false, { oneLine: false }],
    ['more bytes are needed of a key', '{"i', undefined, {}, true],
  ])('%s: %j', (_, text, expected, broken, more) => {
    const line = lineOf(text, broken, more);
    expect(isRecordStart(line.bytes, line.lineBreak, line.next, line.length, line.broken, line.final)).toBe(expected);
  });
});

describe('continuesRecord', () => {
  it.each<[text: string, expected: boolean]>([
    ['"', true],
    [',', true],
    [':', true],
    ['}', true],
    [']', true],
    ['{', false],
    ['[', false],
    ['x', false],
  ])('%s', (text, expected) => {
    expect(continuesRecord(text.charCodeAt(0))).toBe(expected);
  });
});
