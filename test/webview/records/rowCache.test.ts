import { describe, expect, it, vi } from 'vitest';
import type { Requests } from '../../../src/protocol/requests.ts';
import { RowCache } from '../../../webview/records/rowCache.ts';
import { HeldAnswers } from '../double/heldAnswers.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine, fullPagesEngine, restartingEngine } from '../double/troubledEngines.ts';
import { RealLog } from '../realLog.ts';

const log = await RealLog.open(inventedLog(298));
const nothing = () => undefined;

/** Where the pages begin that were asked for. */
function positions({ asked }: HeldAnswers): readonly unknown[] {
  return asked.map(({ params }) => (params as Requests['page']['params']).from);
}

describe('rows in view', () => {
  it('are asked for in chunks, each once', () => {
    const engine = new HeldAnswers(log);
    const cache = new RowCache(engine, '', 'file', nothing);
    cache.want(120, 140, 1);
    cache.want(121, 141, 1);
    expect(positions(engine)).toEqual([{ at: 64 }, { at: 128 }]);
  });

  it('are asked for ahead in the direction of travel', async () => {
    const long = await RealLog.open(inventedLog(1000));
    const engine = new HeldAnswers(long);
    const cache = new RowCache(engine, '', 'file', nothing);
    const asked = () =>
      engine.asked.filter(({ name }) => name === 'page').map(({ params }) => (params as { from: { at: number } }).from.at / 64);
    const scroll = async (first: number) => {
      engine.asked.length = 0;
      // As the list does whenever something has come.
      for (let update = 0; update < 3; update++) {
        cache.want(first, first + 20, 1);
        await engine.allAnswered();
      }
      return asked();
    };
    expect(await scroll(0)).toEqual([0]);
    expect(await scroll(10)).toEqual([1, 2]);
    expect(await scroll(12)).toEqual([]);
    expect(await scroll(40)).toEqual([3, 4]);
    expect(await scroll(700)).toEqual([10, 11, 12]);
    expect(await scroll(690)).toEqual([9, 8]);
    expect(await scroll(982)).toEqual([15]);
  });

  it('are known by their marks before they have come', async () => {
    const engine = new HeldAnswers(log);
    const cache = new RowCache(engine, '', 'file', nothing);
    cache.want(0, 20, 1);
    await engine.allAnswered();
    expect([cache.knows(0, 20), cache.mark(3)]).toEqual([true, undefined]);
    const release = engine.hold();
    cache.want(200, 220, 1);
    expect(cache.knows(200, 220)).toBe(false);
    const asked = () => engine.asked.slice(1).map(({ name }) => name);
    expect(asked()).toEqual(['rowMarks']);
    release();
    await engine.allAnswered();
    expect(cache.mark(210)?.ref.index).toBe(210);
    expect([cache.knows(200, 220), cache.knows(250, 270), cache.mark(299)?.ref.index, cache.mark(300)]).toEqual([
      true,
      false,
      undefined,
      undefined,
    ]);
    cache.want(200, 220, 1);
    expect(asked()).toEqual(['rowMarks', 'page', 'page']);
  });

  it('are asked for where the list has leapt to once it stays there, and at once where there are no marks', async () => {
    const engine = new HeldAnswers(log);
    const cache = new RowCache(engine, '', 'file', nothing);
    cache.want(0, 20, 1);
    await engine.allAnswered();
    for (const first of [200, 0, 270, 0, 280]) {
      cache.want(first, first + 20, 1);
    }
    await engine.allAnswered();
    expect(engine.asked.map(({ name }) => name)).toEqual(['page', 'rowMarks', 'rowMarks']);
    cache.want(280, 300, 1);
    expect(engine.asked.at(-1)).toMatchObject({ name: 'page', params: { from: { at: 256 } } });
    const failing = new RowCache(
      {
        request: (name, params, signal) =>
          name === 'rowMarks' ? Promise.resolve({ status: 'cancelled' }) : engine.request(name, params, signal),
      },
      '',
      'file',
      nothing,
    );
    failing.want(0, 20, 1);
    await engine.allAnswered();
    failing.want(280, 300, 1);
    await new Promise(setImmediate);
    failing.want(280, 300, 1);
    await engine.allAnswered();
    expect(failing.row(285)?.ref.index).toBe(285);
  });

  it('are no longer asked for once they have left the view', () => {
    const { asked, ...engine } = new HeldAnswers(log);
    const cache = new RowCache(engine, '', 'file', nothing);
    cache.want(0, 20, 1);
    cache.want(1_000_000, 1_000_020, 1);
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('are asked for anew when the log has grown, and only then', async () => {
    const growing = await RealLog.open(inventedLog(48));
    const engine = new HeldAnswers(growing);
    const cache = new RowCache(engine, '', 'file', nothing);
    const before = growing.snapshot.snapshot;
    cache.want(0, 20, before);
    await engine.allAnswered();
    expect(cache.matching).toBe(50);
    cache.want(0, 20, before);
    expect(engine.asked.length).toBe(1);
    const { snapshot } = await growing.append([inventedRecord(50)]);
    cache.want(0, 20, snapshot);
    expect(engine.asked.length).toBe(2);
    await engine.allAnswered();
    expect([cache.matching, cache.row(50)?.ref.index]).toEqual([51, 50]);
  });

  it('are asked for anew when values of other fields are wanted, and shown without them until then', async () => {
    const engine = new HeldAnswers(log);
    const cache = new RowCache(engine, '', 'file', nothing);
    cache.want(0, 20, 1);
    await engine.allAnswered();
    const texts = () => cache.row(3)?.texts?.map(({ field }) => field);
    cache.fields = ['operation', 'key.missing'];
    cache.want(0, 20, 1);
    cache.want(0, 20, 1);
    expect([engine.asked.length, cache.row(3)?.ref.index, texts()]).toEqual([2, 3, undefined]);
    await engine.allAnswered();
    cache.want(0, 20, 1);
    expect([engine.asked.length, texts()]).toEqual([2, ['operation']]);
    cache.fields = [];
    cache.want(0, 20, 1);
    await engine.allAnswered();
    expect([engine.asked.length, texts()]).toEqual([3, undefined]);
    expect(engine.asked.map(({ params }) => 'fields' in params)).toEqual([false, true, false]);
  });

  it('are asked for with other fields once they have arrived without, and once only where nobody can answer that', async () => {
    const engine = new HeldAnswers(log);
    const cache = new RowCache(engine, '', 'file', nothing);
    cache.want(0, 20, 1);
    cache.fields = ['nonsense'];
    cache.want(0, 20, 1);
    expect(engine.asked.length).toBe(1);
    for (const asked of [1, 2, 2]) {
      await engine.allAnswered();
      expect(engine.asked.length).toBe(asked);
      cache.want(0, 20, 1);
    }
    expect(cache.problem).toContain('nonsense');
    expect(cache.row(3)?.ref.index).toBe(3);
  });

  it('are not kept when they arrive after the list is gone', async () => {
    const engine = new HeldAnswers(log);
    let changes = 0;
    const cache = new RowCache(engine, '', 'file', () => changes++);
    const release = engine.hold();
    cache.want(0, 20, 1);
    await engine.allMade();
    cache.dispose();
    release();
    await engine.allAnswered();
    expect([changes, cache.matching]).toEqual([0, undefined]);
  });

  it('stand where the answer says, though it begins further up than what was asked for', async () => {
    const engine = new HeldAnswers(fullPagesEngine(log));
    const cache = new RowCache(engine, '', 'file', nothing);
    cache.want(0, 300, 1);
    await engine.allAnswered();
    const rows = Array.from({ length: 400 }, (_, position) => cache.row(position)?.ref.index);
    expect(rows).toEqual(Array.from({ length: 400 }, (_, position) => (position < 300 ? position : undefined)));
  });

  it('are told from those of an older snapshot, which are shown until newer ones come', async () => {
    const growing = await RealLog.open(inventedLog(48));
    const engine = new HeldAnswers(growing);
    const cache = new RowCache(engine, '', 'newest', nothing);
    cache.want(0, 20, growing.snapshot.snapshot);
    await engine.allAnswered();
    const { snapshot } = await growing.append([inventedRecord(50)]);
    cache.want(0, 20, snapshot);
    // The last record but one has no time; the last one of before was the newest.
    expect([cache.row(0)?.ref.index, cache.row(0, snapshot)]).toEqual([49, undefined]);
    await engine.allAnswered();
    expect([cache.row(0)?.ref.index, cache.row(0, snapshot)?.ref.index]).toEqual([50, 50]);
  });
});

describe('rows that an engine fails to tell', () => {
  it('are asked for again when the log changes, or when they come into view again, and not before', async () => {
    const engine = new HeldAnswers(failingEngine('out of breath'));
    let first = 0;
    let snapshot = 1;
    // The list says what is in view whenever something has come.
    const want = () => cache.want(first, first + 20, snapshot);
    const cache: RowCache = new RowCache(engine, '', 'file', want);
    want();
    await engine.allAnswered();
    expect(cache.problem).toBe('The engine failed: out of breath');
    expect(positions(engine)).toEqual([{ at: 0 }]);
    snapshot++;
    want();
    await engine.allAnswered();
    expect(positions(engine)).toEqual([{ at: 0 }, { at: 0 }]);
    first = 300;
    want();
    await engine.allAnswered();
    first = 0;
    want();
    await engine.allAnswered();
    expect(positions(engine)).toEqual([{ at: 0 }, { at: 0 }, { at: 256 }, { at: 0 }]);
  });

  it('are asked for after a pause of an engine that starts again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const engine = new HeldAnswers(restartingEngine(log, 2));
      const cache = new RowCache(engine, '', 'file', () => cache.want(0, 20, 1));
      cache.want(0, 20, 1);
      for (const asked of [1, 2, 3]) {
        await engine.allAnswered();
        expect(engine.asked.length).toBe(asked);
        await vi.advanceTimersToNextTimerAsync();
      }
      await engine.allAnswered();
      expect([cache.matching, cache.problem]).toEqual([300, undefined]);
    } finally {
      vi.useRealTimers();
    }
  });
});
