import { describe, expect, it, test } from 'vitest';
import { describeOtherRecord, type OtherFacts } from '../../../src/core/describe/otherSentence.ts';
import { words } from './words.ts';

const event = { operation: 'DeleteBucket', title: 'Delete Bucket', phrase: 'deleted the bucket {Bucket}' };
const facts: OtherFacts = {
  event: undefined,
  operation: 'PutBucketPolicy',
  result: null,
  group: 'success',
  reason: null,
  caller: { type: 'Username', value: 'alice' },
  target: 'invoices',
  region: null,
  targetOf: (type) => (type === 'Bucket' ? 'invoices' : null),
};

function sentence(change: Partial<OtherFacts>): string {
  return words(describeOtherRecord({ ...facts, ...change }));
}

test('a sentence has names and texts whole where they are asked for so', () => {
  const long = 'a'.repeat(100);
  const whole: Partial<OtherFacts> = { extent: 'whole', caller: { type: 'UserId', value: '1a2b3c4d-0000-4000-8000-000000000001' } };
  expect(
    sentence({ ...whole, group: 'failure', operation: long, target: long, region: `${long}b`, result: `${long}c`, reason: long }),
  ).toBe(`UserId 1a2b3c4d-0000-4000-8000-000000000001: ${long} on ${long} in ${long}b failed: ${long}c: ${long}`);
  expect(sentence({ ...whole, event, targetOf: () => long })).toBe(
    `UserId 1a2b3c4d-0000-4000-8000-000000000001 deleted the bucket ${long}`,
  );
});

describe('beside columns of caller and target, a sentence', () => {
  test.each<[title: string, change: Partial<OtherFacts>, expected: string]>([
    ['names the operation', { region: 'eu-west-1' }, 'PutBucketPolicy in eu-west-1 succeeded'],
    ['leaves the target out of the catalogue’s words', { event, region: 'eu-west-1' }, 'deleted the bucket in eu-west-1'],
    [
      'keeps a target of these words that is not the one beside it',
      { event, target: 'arn:aws:s3:::invoices' },
      'deleted the bucket invoices',
    ],
    ['leaves out the place that is beside it', { event, target: 'eu-west-1', region: 'eu-west-1' }, 'deleted the bucket invoices'],
    ['ends with the reason', { group: 'failure', result: 'Conflict', reason: 'In use' }, 'PutBucketPolicy failed: Conflict: In use'],
    ['ends with a failure without a reason', { group: 'failure' }, 'PutBucketPolicy failed'],
    ['ends with another result', { group: 'other', result: 'Started' }, 'PutBucketPolicy: Started'],
    ['says nothing of an open outcome', { group: 'other' }, 'PutBucketPolicy'],
  ])('%s', (_, change, expected) => {
    expect(words(describeOtherRecord({ ...facts, ...change }), ['noCaller', 'noTarget'])).toBe(expected);
  });
});

describe('a sentence about a record of another format', () => {
  test.each<[title: string, change: Partial<OtherFacts>, expected: string]>([
    ['names the operation, its target and that it succeeded', {}, 'alice: PutBucketPolicy on invoices succeeded'],
    ['says where', { region: 'eu-west-1' }, 'alice: PutBucketPolicy on invoices in eu-west-1 succeeded'],
    ['needs no target', { target: null, region: 'eu-west-1' }, 'alice: PutBucketPolicy in eu-west-1 succeeded'],
    ['names no place twice', { target: 'eu-west-1', region: 'eu-west-1' }, 'alice: PutBucketPolicy on eu-west-1 succeeded'],
    ['has the catalogue’s words for what succeeded', { event, region: 'eu-west-1' }, 'alice deleted the bucket invoices in eu-west-1'],
    [
      'keeps to the record where a target of these words is missing',
      { event, targetOf: () => null },
      'alice: PutBucketPolicy on invoices succeeded',
    ],
    [
      'keeps to the record where it failed',
      { event, group: 'failure', result: 'InternalFailure' },
      'alice: PutBucketPolicy on invoices failed: InternalFailure',
    ],
    ['keeps to the record where the outcome is open', { event, group: 'other' }, 'alice: PutBucketPolicy on invoices'],
    [
      'has the catalogue’s words for what is recorded only when it was done',
      { event: { ...event, isRecordedWhenDone: true }, group: 'other' },
      'alice deleted the bucket invoices',
    ],
    [
      'keeps to the result of such a record, where it has one',
      { event: { ...event, isRecordedWhenDone: true }, group: 'other', result: 'PartiallySucceeded' },
      'alice: PutBucketPolicy on invoices: PartiallySucceeded',
    ],
    ['ends with the code', { group: 'clientError', result: 'AccessDenied' }, 'alice: PutBucketPolicy on invoices failed: AccessDenied'],
    [
      'ends with code and words',
      { group: 'clientError', result: '7', reason: 'Denied.' },
      'alice: PutBucketPolicy on invoices failed: 7: Denied.',
    ],
    [
      'leaves a code out that says nothing',
      { group: 'failure', result: 'Failed', reason: 'No quota' },
      'alice: PutBucketPolicy on invoices failed: No quota',
    ],
    ['leaves a success out that was none', { group: 'failure', result: 'Success' }, 'alice: PutBucketPolicy on invoices failed'],
    [
      'says the same once',
      { group: 'failure', result: 'Conflict', reason: 'conflict' },
      'alice: PutBucketPolicy on invoices failed: Conflict',
    ],
    ['names a result that is neither', { group: 'other', result: 'Started' }, 'alice: PutBucketPolicy on invoices: Started'],
    ['may know no caller', { caller: { type: null, value: '' } }, 'An unknown caller: PutBucketPolicy on invoices succeeded'],
    ['may know no operation', { operation: null, group: 'other' }, 'alice: an operation that the record does not name on invoices'],
  ])('%s', (_, change, expected) => {
    expect(sentence(change)).toBe(expected);
  });

  it('stays one line, of bounded length, and masks secrets, whatever the log holds', () => {
    const hostile = `a\nb\u202e${'x'.repeat(500)}`;
    const text = sentence({
      event: undefined,
      operation: hostile,
      target: hostile,
      region: 'r\r',
      reason: 'https://x.example/?sig=secretsecret',
      result: hostile,
      group: 'failure',
      caller: { type: 'Odd\u2066', value: hostile },
    });
    expect(text).not.toMatch(/[\n\r\u202e\u2066]|secretsecret/);
    expect(text.length).toBeLessThan(600);
    const phrased = sentence({ event, targetOf: () => hostile });
    expect(phrased).toMatch(/^alice deleted the bucket a\ufffdb\ufffdx+…x+$/);
  });

  it('takes no text of a log for a place in the words', () => {
    expect(sentence({ event, targetOf: () => '{0}{1}' })).toBe('alice deleted the bucket {0}{1}');
  });
});
