import { describe, expect, it } from 'vitest';
import { parseRecordPlace, type RecordPlace } from '../../../src/host/commands/recordPlace.ts';

function check(text: string, expected: RecordPlace | undefined): void {
  expect(parseRecordPlace(text)).toEqual(expected);
}

describe('parseRecordPlace', () => {
  it.each<[string, RecordPlace]>([
    ['1277', { kind: 'record', number: 1277 }],
    ['0', { kind: 'record', number: 0 }],
    [' #3 ', { kind: 'record', number: 3 }],
    [':1278', { kind: 'line', number: 1278 }],
    ['2020', { kind: 'record', number: 2020 }],
    ['2020-11-23', { kind: 'time', query: 'time>=2020-11-23' }],
    ['2020-11-23T18:23:29.9427158Z', { kind: 'time', query: 'time>=2020-11-23T18:23:29.9427158Z' }],
    ['2020-11-23 18:23', { kind: 'time', query: 'time>=2020-11-23T18:23' }],
    ['2020-11-23T18:23+01:00', { kind: 'time', query: 'time>=2020-11-23T18:23+01:00' }],
  ])('reads %s', check);

  it.each([
    '',
    ':0',
    '-1',
    '1.5',
    '99999999999999999999',
    'yesterday',
    '2020-13-01',
    '2020-11-23..2020-11-24',
    '2020-11-23 OR x',
    '2020-11-23" OR "x',
  ])('refuses %j', (text) => check(text, undefined));
});
