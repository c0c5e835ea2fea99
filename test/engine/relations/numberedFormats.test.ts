import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { RequestName, Requests } from '../../../src/protocol/requests.ts';
import { numberedDoors } from '../../conformance/ownFormat.ts';

type Ask = <Name extends RequestName>(name: Name, params: Requests[Name]['params']) => Promise<Requests[Name]['answer']>;

async function open(lines: readonly object[], format = numberedDoors): Promise<Ask> {
  const session = new LogSession(() => undefined, nodeCompression, undefined, { own: [format], without: [] });
  await session.read([new BytesSource('log.ndjson', new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join('\n')))]);
  return async (name, params) => {
    const outcome = await session.request(name, params, new AbortController().signal);
    if (outcome.status !== 'ok') {
      throw new Error(outcome.status);
    }
    return outcome.answer;
  };
}

async function relations(ask: Ask): Promise<readonly string[]> {
  const { groups } = await ask('findings', { query: '', limit: 100, items: 100 });
  return groups
    .flatMap(({ items }) => items)
    .flatMap(({ record, code }) => (/^(sequence|order|id)\./.test(code) ? [`${record?.index} ${code}`] : []))
    .sort();
}

function door(serial: string, count: unknown, second: number, more: object = {}): object {
  return { badge: { number: 7 }, act: 'door.open', at: `2026-01-10T08:15:0${second}Z`, reader: { serial }, count, ...more };
}

const attestation = (epoch: string, number: number, second: number): object => ({
  operationName: 'SetCurrentPolicy',
  env_time: `2026-01-10T08:15:0${second}Z`,
  env_epoch: epoch,
  env_seqNum: number,
});

describe('numbers of the writers of any format', () => {
  it('show gaps, duplicates, conflicts and clocks that were set back, of each writer by itself', async () => {
    const lines = [
      door('R1', 1, 1),
      door('R1', '3', 3),
      door('R1', 3, 3),
      door('R2', 3, 3),
      door('R1', 4, 2),
      door('R1', 1, 1),
      attestation('R1', 9, 4),
      { event: door('R2', 4, 5) },
      { ...door('R2', 4, 5), act: 'door.close' },
    ];
    const ask = await open(lines);
    expect(await relations(ask)).toEqual([
      '1 sequence.gap',
      '2 sequence.conflict',
      '4 order.clockStep',
      // The one before is another writer's.
      '4 order.inversion',
      '5 order.inversion',
      '5 sequence.duplicate',
      '8 sequence.conflict',
    ]);
  });

  it('are covered by the coverage, in which writers of several formats are several', async () => {
    const ask = await open([door('R1', 1, 1), attestation('R1', 2, 1), door('R1', 4, 2), door('R1', 'x', 3)]);
    const { epochs, missing, seen } = await ask('coverage', { epochs: 10, gaps: 10 });
    expect([missing, seen]).toEqual(['2', 3]);
    expect(epochs.map(({ epoch, first, last, seen: own }) => [epoch, first, last, own])).toEqual([
      ['R1', '2', '2', 1],
      ['R1', '1', '4', 2],
    ]);
  });

  it('are the fields epoch and seq', async () => {
    const ask = await open([door('R1', '7.0', 1), door('R2', 8, 2), door('R2', 'x', 3), { ...door('R2', null, 3) }]);
    const matching = async (query: string): Promise<number> => (await ask('facets', { query, field: 'seq', limit: 0 })).matching;
    expect(await matching('epoch:r2')).toBe(3);
    expect(await matching('seq:7')).toBe(1);
    expect(await matching('seq>=7')).toBe(2);
    expect(await matching('seq:null')).toBe(1);
    const { values } = await ask('facets', { query: '', field: 'seq', limit: 9 });
    expect(values.map(({ value, count }) => [value, count])).toEqual([
      ['7', 1],
      ['8', 1],
      ['x', 1],
      [null, 1],
    ]);
  });

  it('say no more than ids of records that are repeated', async () => {
    const ask = await open([door('R1', 1, 1, { id: 'a' }), door('R1', 1, 1, { id: 'a' }), door('R1', 1, 1, { id: 'b' })], {
      ...numberedDoors,
      recordId: ['id'],
    });
    expect(await relations(ask)).toEqual(['1 id.duplicate', '2 sequence.conflict']);
  });
});
