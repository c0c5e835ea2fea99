import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { AuditFormat } from '../../../src/core/formats/definition/format.ts';
import type { FoundFormats } from '../../../src/protocol/answers/formats.ts';
import { doorFormat } from '../../core/formats/doorFormat.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';

async function formatsOf(records: readonly object[], ...own: readonly AuditFormat[]): Promise<FoundFormats['formats']> {
  return (await answerOf(records, ...own))?.formats ?? [];
}

async function answerOf(records: readonly object[], ...own: readonly AuditFormat[]): Promise<FoundFormats | undefined> {
  const session = new LogSession(() => undefined, nodeCompression, undefined, { own, without: [] });
  await session.read([new BytesSource('log.ndjson', new TextEncoder().encode(records.map((one) => JSON.stringify(one)).join('\n')))]);
  const outcome = await session.request('formats', {}, new AbortController().signal);
  return outcome.status === 'ok' ? outcome.answer : undefined;
}

const { cloudTrail } = inventedRecords;
const door = { badge: 7, act: 'x', at: '2026-01-10T08:15:00Z' };

it('the fields that suit any format of a log have the titles of its documentation', async () => {
  const own = {
    ...doorFormat,
    facets: ['badge', 'act', 'nothing'],
    fields: [{ path: 'badge', title: 'Badge', description: 'Its number.' }],
  };
  const answer = await answerOf([door, cloudTrail], own);
  const titles = new Map(answer?.titles.map(({ field, title }) => [field, title]));
  expect([titles.get('badge'), titles.get('target.Account'), titles.has('nothing')]).toEqual(['Badge', 'Account', false]);
});

describe('the formats of a log', () => {
  it('are named and counted, the most frequent first', async () => {
    const found = await formatsOf([{ operationName: 'x', callerIdentities: [] }, cloudTrail, { ts: 1 }, cloudTrail]);
    expect(found.map(({ id, title, icon, count }) => [id, title, icon, count])).toEqual([
      ['cloudTrail', 'AWS CloudTrail', 'cloud', 2],
      ['attestation', 'Azure Attestation', 'verified', 1],
      ['generic', 'Other records', 'json', 1],
    ]);
    expect(found.every(({ summary, documentation }) => summary !== '' && documentation.startsWith('https://'))).toBe(true);
    expect(found.filter(({ outline }) => outline === null)).toEqual([]);
  });

  it('may be a user’s, with as much as its file says', async () => {
    expect(await formatsOf([door], { ...doorFormat, filters: { deletes: 'act:remove' } })).toEqual([
      {
        id: 'doorLog',
        title: 'Door log',
        summary: '',
        documentation: doorFormat.documentation,
        icon: null,
        outline: null,
        facets: ['resultGroup', 'operation', 'caller'],
        columns: [],
        filters: { deletes: 'act:remove' },
        count: 1,
      },
    ]);
    const [described] = await formatsOf([door], { ...doorFormat, summary: 'Who opened what.', icon: 'key' });
    expect([described?.summary, described?.icon, described?.outline?.startsWith('M')]).toEqual(['Who opened what.', 'key', true]);
  });

  it('are none of a log without records', async () => {
    expect(await formatsOf([])).toEqual([]);
  });
});
