import { describe, expect, it } from 'vitest';
import { readAll } from '../reading/readAll.ts';

const encoder = new TextEncoder();

function record(second: number): object {
  return {
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    callerIdentities: [
      { callerIdentityType: 'UPN', callerIdentity: 'ann@contoso.com' },
      { callerIdentityType: 'TenantId', callerIdentity: 'some tenant' },
    ],
    targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
    env_seqNum: second,
  };
}

const records = [1, 2, 3].map(record);
const compact = records.map((one) => JSON.stringify(one));

/**
 * Reads what is left of a log at each place where it may be cut inside a part of its first record: every whole record after is kept and no
 * other is read, and there is one fault, however the bytes arrive.
 */
function checkEnds(log: string): void {
  const whole = readAll(encoder.encode(log)).records;
  const first = log.indexOf('"callerIdentityType"');
  const last = log.indexOf('"env_seqNum"');
  for (let cut = first; cut < last; cut++) {
    // A bracket at the beginning opens a list, and a value that has a line of its own is reported as such.
    if (/^\s*(\[|"[^"]*",?\n)/.test(log.slice(cut))) {
      continue;
    }
    const bytes = encoder.encode(log.slice(cut));
    const read = readAll(bytes);
    expect(read.records.map(({ text }) => text)).toEqual(whole.slice(1).map(({ text }) => text));
    expect([cut, ...read.broken.map(({ code }) => code)]).toEqual([cut, 'syntax.invalid']);
    expect(readAll(bytes, [1])).toEqual(read);
  }
}

describe('the end of a log whose first record lost its beginning', () => {
  it.each<[name: string, log: string]>([
    ['a pretty-printed array', JSON.stringify(records, undefined, 2)],
    ['an array with other indentation', JSON.stringify(records, undefined, '\t')],
    ['an array of lines', `[\n${compact.join(',\n')}\n]\n`],
    ['a pretty-printed wrapper', JSON.stringify({ value: records, nextLink: null }, undefined, 4)],
    ['pretty-printed records one after the other', records.map((one) => JSON.stringify(one, undefined, 2)).join('\n')],
    ['lines', `${compact.join('\n')}\n`],
    ['a sequence', compact.map((line) => `\x1e${line}\n`).join('')],
    ['an array on one line', JSON.stringify(records)],
  ])('of %s holds one fault and no false record', (_, log) => {
    checkEnds(log);
  });

  it('is seen in the middle, where what is left before it is a whole object', () => {
    const log = compact.join('\n').replace(/"callerIdentities":.*?\},/, '"callerDisplayName":null},');
    const read = readAll(encoder.encode(log));
    expect(read.records.map(({ text }) => text).slice(1)).toEqual(compact.slice(1));
    expect(read.broken.map(({ code }) => code)).toEqual(['syntax.invalid']);
    expect(readAll(encoder.encode(log), [1])).toEqual(read);
  });

  it('is not seen in an object that stands in a whole list, or alone', () => {
    const part = '{"targetResourceType":"Environment"}';
    for (const log of [`[${part},${part}]`, `${part}\n${part}\n`, part]) {
      expect(readAll(encoder.encode(log)).broken).toEqual([]);
    }
  });
});
