import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Collecting, collectLines, type LineSource } from '../../../src/host/clipboard/collectLines.ts';
import type { Responder } from '../../../src/protocol/requests.ts';
import type { Row } from '../../../src/protocol/answers/page.ts';
import { say } from '../../../src/protocol/say.ts';
import type { ListRows } from '../../../src/protocol/viewMessages.ts';
import { openLog, type OpenedLog } from '../../engine/openLog.ts';
import { inventedRecord } from '../../webview/double/inventedRecords.ts';

const count = 2500;
const texts = Array.from({ length: count }, (_, number) => JSON.stringify(inventedRecord(number)));
let log: OpenedLog;
beforeAll(async () => {
  log = await openLog(texts.join('\n'));
});
afterAll(() => log.session.close());

const list: ListRows = { query: '', order: 'file', ranges: [[0, 3]], reading: 1, snapshot: null, matching: count, unsorted: 0 };
const text: LineSource = { of: 'text' };
const numbers: LineSource = { of: 'row', fields: [], line: ({ ref }) => String(ref.index) };

/** Collects with no limit and nobody who cancels, but for what is given. */
function collect(rows: ListRows, given: Partial<Collecting> = {}, session: Responder = log.session) {
  const { signal } = new AbortController();
  return collectLines(session, rows, { source: text, maxBytes: Infinity, signal, onLines: () => undefined, ...given });
}

/** An engine that ends its first requests otherwise. */
function endingFirst(...outcomes: readonly ({ readonly status: 'restarted' } | { readonly status: 'closed' })[]): Responder {
  const left = [...outcomes];
  return { request: (name, params, signal) => Promise.resolve(left.shift() ?? log.session.request(name, params, signal)) };
}

describe('the lines of a list', () => {
  it('are those of its ranges, a thousand at a time', async () => {
    const added: number[] = [];
    const rows = {
      ...list,
      ranges: [
        [1, 3],
        [7, 8],
        [100, 2300],
      ],
    } as const;
    const collected = await collect(rows, { onLines: (lines) => added.push(lines) });
    expect(collected).toEqual({ kind: 'lines', lines: [...texts.slice(1, 3), texts[7], ...texts.slice(100, 2300)] });
    expect(added).toEqual([2, 1, 1000, 1000, 200]);
  });

  it('are in its order, and of what its filter finds', async () => {
    const rows: ListRows = { ...list, query: 'record<10', order: 'newest', snapshot: log.last.snapshot, matching: 10 };
    expect(await collect(rows, { source: numbers })).toEqual({ kind: 'lines', lines: ['9', '8', '7'] });
  });

  it('may have values of fields', async () => {
    const source: LineSource = { of: 'row', fields: ['seq'], line: ({ texts: said = [] }) => said.map((one) => one.text).join() };
    expect(await collect(list, { source })).toEqual({ kind: 'lines', lines: ['1000', '1001', '1002'] });
  });

  it('have names and values in full', async () => {
    const caller = '1a2b3c4d-0000-4000-8000-000000000001';
    const resource = 'r'.repeat(300);
    const record = {
      ...inventedRecord(0),
      callerIdentities: [{ callerIdentityType: 'ObjectID', callerIdentity: caller }],
      note: resource,
    };
    const { session } = await openLog(JSON.stringify(record));
    const line = ({ sentence, texts: said }: Row): string => `${say(sentence)} ${said?.[0]?.text}`;
    const source: LineSource = { of: 'row', fields: ['key.note'], line };
    const collected = await collect({ ...list, matching: 1, ranges: [[0, 1]] }, { source }, session);
    await session.close();
    expect(collected).toMatchObject({ kind: 'lines', lines: [expect.stringMatching(`^ObjectID ${caller} .* ${resource}$`)] });
  });

  it.each<[string, (snapshot: number) => Partial<ListRows>]>([
    ['another snapshot', (snapshot) => ({ snapshot: snapshot + 1 })],
    ['more records', (snapshot) => ({ snapshot, matching: count - 1 })],
    ['records that are not in order any more', (snapshot) => ({ snapshot, unsorted: 3 })],
    ['fewer records than before in a list that can only grow', () => ({ matching: count + 1 })],
    ['no such position', () => ({ ranges: [[count - 1, count + 1]] })],
  ])('are none of a list that has %s by now', async (_, changed) => {
    expect(await collect({ ...list, ...changed(log.last.snapshot) })).toEqual({ kind: 'changed' });
  });

  it('are none where they are too long, measured in UTF-8', async () => {
    const source: LineSource = { of: 'row', fields: [], line: () => 'üü' };
    expect(await collect(list, { source, maxBytes: 15 })).toEqual({ kind: 'lines', lines: ['üü', 'üü', 'üü'] });
    expect(await collect(list, { source, maxBytes: 14 })).toEqual({ kind: 'tooLong' });
  });

  it('are asked for again where the engine has restarted, and are none where it is closed or refuses', async () => {
    expect(await collect(list, {}, endingFirst({ status: 'restarted' }))).toEqual({ kind: 'lines', lines: texts.slice(0, 3) });
    expect(await collect(list, {}, endingFirst({ status: 'closed' }))).toEqual({ kind: 'ended' });
    expect(await collect({ ...list, query: 'seq>' })).toMatchObject({ kind: 'failed' });
  });

  it('are none once they are cancelled', async () => {
    const cancelling = new AbortController();
    const onLines = () => cancelling.abort();
    expect(await collect({ ...list, ranges: [[0, 2000]] }, { signal: cancelling.signal, onLines })).toEqual({ kind: 'ended' });
  });
});
