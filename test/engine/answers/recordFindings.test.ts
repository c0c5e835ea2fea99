import { describe, expect, it, test } from 'vitest';
import { inventedRecord } from '../../webview/double/inventedRecords.ts';
import { openLog } from '../openLog.ts';

/** What the findings of the first record of a log are about, by their codes. */
async function marked(text: string | Uint8Array): Promise<Readonly<Record<string, string | null>>> {
  const log = await openLog(text);
  const detail = await log.request('record', { ref: { source: 0, index: 0 } });
  return Object.fromEntries(
    detail.findings.map(({ code, stretch }) => [code, stretch === null ? null : detail.text.slice(stretch.start, stretch.end)]),
  );
}

const record = inventedRecord(3);
const text = (more: object) => JSON.stringify({ ...record, ...more });

describe('the findings of a record', () => {
  test.each<[title: string, source: string, code: string, expected: string]>([
    ['a wrong type', text({ requestId: 'é😀', resultType: 7 }), 'schema.type', '7'],
    ['a wrong time', text({ resultDescription: '\u{1f600}\u0000"', env_time: 'yesterday é' }), 'value.time', '"yesterday é"'],
    ['a key that appears twice', `{"operationName":"ü",${text({}).slice(1)}`, 'syntax.duplicateKey', '"operationName"'],
    ['an unknown key', text({ 'clé\n': 1 }), 'value.unknownKey', '"clé\\n"'],
    ['a record over several lines', JSON.stringify({ ...record, env_time: 'é' }, null, 1), 'value.time', '"é"'],
  ])('have their stretch of the text: %s', async (_, source, code, expected) => {
    expect((await marked(`\n${source}\n`))[code]).toBe(expected);
  });

  it('have it in a log in UTF-16, too', async () => {
    const source = text({ requestId: 'é😀', env_time: 'yesterday' });
    const bytes = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(source, (unit) => unit.charCodeAt(0)).buffer)]);
    // A finding names its place in the file, where each unit is two bytes.
    expect((await marked(bytes))['value.time']).toBe('"yesterday"');
  });

  it('have it after bytes that are no text, and at the first of these', async () => {
    const bytes = new TextEncoder().encode(text({ requestId: 'x??y', env_time: 'yesterday' }));
    bytes.set([0xff, 0xc3], bytes.indexOf(0x3f));
    expect(await marked(bytes)).toMatchObject({ 'value.time': '"yesterday"', 'syntax.encoding': '\ufffd' });
  });

  it('have none where the text is cut before it', async () => {
    const long = text({ resultDescription: 'é'.repeat(200_000), 'later key': 1 });
    const early = text({ operationName: 7, resultDescription: 'é'.repeat(200_000), 'later key': 1 });
    expect((await marked(long))['value.unknownKey']).toBeNull();
    expect(await marked(early)).toMatchObject({ 'schema.type': '7', 'value.unknownKey': null });
  });
});
