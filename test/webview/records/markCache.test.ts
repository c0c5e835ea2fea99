import { describe, expect, it } from 'vitest';
import type { Requests } from '../../../src/protocol/requests.ts';
import { noSearch } from '../../../webview/base/searchController.ts';
import { MarkCache } from '../../../webview/records/markCache.ts';
import { HeldAnswers } from '../double/heldAnswers.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';

const log = await RealLog.open(inventedLog(298));

function marksOf(engine: HeldAnswers) {
  let changes = 0;
  const cache = new MarkCache(engine, '', 'file', () => changes++);
  const positions = () => engine.asked.map(({ params }) => (params as Requests['rowMarks']['params']).at);
  const known = (from: number, to: number) => Array.from({ length: to - from }, (_, offset) => cache.at(from + offset)?.ref.index);
  return { cache, positions, known, changes: () => changes };
}

describe('marks of rows', () => {
  it('are those of the rows in view', async () => {
    const engine = new HeldAnswers(log);
    const { cache, known, changes } = marksOf(engine);
    cache.want(20, 24, noSearch);
    await engine.allAnswered();
    expect(known(19, 25)).toEqual([undefined, 20, 21, 22, 23, undefined]);
    expect(cache.at(22)).toMatchObject({ ref: { source: 0, index: 22 } });
    expect(changes()).toBe(1);
  });

  it('are asked for one stretch after the other, of which those are left out where the list was in between', async () => {
    const engine = new HeldAnswers(log);
    const { cache, positions, known } = marksOf(engine);
    for (const first of [0, 50, 100, 150]) {
      cache.want(first, first + 2, noSearch);
    }
    expect(positions()).toEqual([0]);
    await engine.allAnswered();
    expect(positions()).toEqual([0, 150]);
    expect(known(150, 152)).toEqual([150, 151]);
  });

  it('are not taken once nobody wants them', async () => {
    const engine = new HeldAnswers(log);
    const { cache, positions, known, changes } = marksOf(engine);
    cache.want(0, 2, noSearch);
    cache.want(50, 52, noSearch);
    cache.dispose();
    await engine.allAnswered();
    expect([positions(), known(0, 2), changes()]).toEqual([[0], [undefined, undefined], 0]);
  });
});
