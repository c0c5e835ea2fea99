import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { parseRecord } from '../../../../src/core/formats/parsedRecord.ts';
import { plainTime } from '../../../../src/core/formats/attestation/plainTime.ts';
import { sourceText } from '../../../../src/core/json/utf8.ts';
import { memberOf, nodeText } from '../../../../src/core/json/valueTree.ts';

/** The source text of the time, or what else is known of it. */
function timeOf(text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  const place = plainTime(bytes);
  return typeof place === 'object' ? sourceText(bytes, place.start, place.end) : place;
}

describe('the place of a record’s time', () => {
  it.each<[name: string, text: string, expected: string | undefined]>([
    ['a text', '{"a":1,"env_time":"noon","b":2}', '"noon"'],
    ['another value', '{ "env_time" : [1] }', '[1]'],
    ['the last of several', '{"env_time":1,"env_time":2}', '2'],
    ['an escaped key', '{"\\u0065nv_time":1}', '1'],
    ['none', '{"env_name":"x"}', 'none'],
    ['none in nothing', '{}', 'none'],
    ['one that is nested only', '{"a":{"env_time":1}}', 'none'],
    ['a key of another writer', '{"env_time":1,"Time":2}', undefined],
    ['an escaped key of another writer', '{"env_time":1,"p\\u0061yload":2}', undefined],
    ['no record', '[1]', undefined],
    ['a broken record', '{"env_time":1', undefined],
  ])('%s', (_, text, expected) => {
    expect(timeOf(text)).toBe(expected);
  });

  it('is the one that a closer look finds', () => {
    const key = fc.constantFrom('env_time', 'env_ver', 'x', 'operationName', 'payload', 'Time', 'OperationName', 'ä"\\');
    const members = fc.array(fc.tuple(key, fc.jsonValue({ maxDepth: 2 })), { maxLength: 8 });
    fc.assert(
      fc.property(members, (all) => {
        const text = `{${all.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(', ')}}`;
        const { bytes, root } = parseRecord(new TextEncoder().encode(text), builtInFormats);
        const node = memberOf(root, 'env_time');
        expect([node === undefined ? 'none' : nodeText(bytes, node), undefined]).toContain(timeOf(text));
      }),
    );
  });
});
