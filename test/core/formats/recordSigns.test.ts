import { describe, expect, it } from 'vitest';
import { auditSign, deedSign, isEvent, signOf, signsOf, timeSign } from '../../../src/core/formats/recordSigns.ts';
import { Scan } from '../../../src/core/json/jsonScanner.ts';

const encoder = new TextEncoder();

function signs(text: string): number {
  const bytes = encoder.encode(text);
  return signsOf(bytes, 0, bytes.length, new Scan()).signs;
}

describe('signs of a record', () => {
  it.each([
    ['CloudTrail', '{"eventTime":"2021-07-29T01:02:03Z","eventName":"PutObject"}', true],
    ['Kubernetes', '{"kind":"Event","verb":"get","requestReceivedTimestamp":"2021-07-29T01:02:03.123456Z"}', true],
    ['a time in a wrapper of one record', '{"record":{"time":"2021-07-29"},"operationName":"x"}', true],
    ['seconds since 1970', '{"ts":1627520523.5,"action":"login"}', true],
    ['milliseconds since 1970', '{"timestamp":1627520523000,"action":"login"}', true],
    ['no time', '{"eventName":"PutObject","user":"ann"}', false],
    ['a time alone', '{"timestamp":"2021-07-29T01:02:03Z"}', false],
    ['a number that is no time', '{"time":12,"action":"login"}', false],
    ['a word that is no time', '{"time":"morning","action":"login"}', false],
    ['settings', '{"name":"a","version":"1.0.0","scripts":{"test":"x"}}', false],
  ])('of %s', (_, text, expected) => expect(isEvent(signs(text))).toBe(expected));

  it.each([
    ['{"operationName":"a","resultType":"b"}', true],
    ['{"resultType":"a","callerDisplayName":"b"}', false],
    ['{"operationName":"a"}', false],
    ['{"env_time":"x","env_seqNum":1}', true],
  ])('of %s say whether it is an audit record: %s', (text, expected) => expect((signs(text) & auditSign) !== 0).toBe(expected));

  it('do not depend on the case of keys', () => expect(signs('{"EVENTTIME":"2021-07-29","UserIdentity":{}}')).toBe(timeSign | deedSign));

  it.each([
    ['{"a":1} x', 7, true],
    ['{ }', 3, true],
    ['{"a":1', 1, false],
    ['{"a":1 "b"', 7, false],
  ])('are read of %j up to %i (whole: %s)', (text, end, isWhole) => {
    const bytes = encoder.encode(text);
    expect(signsOf(bytes, 0, bytes.length, new Scan())).toMatchObject({ end, isWhole });
  });

  it('are none of keys that nobody knows', () => {
    const bytes = encoder.encode('"2021-07-29"');
    expect(signOf(bytes, 'x'.repeat(1000), 0, bytes.length)).toBe(0);
    expect(signOf(bytes, 'time', 0, bytes.length)).toBe(timeSign);
  });
});
