import { describe, expect, it } from 'vitest';
import { builtInChoice } from '../../../src/core/formats/formatChoice.ts';
import type { FieldRef } from '../../../src/core/query/fields.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { columnLimits, type RequestedColumn } from '../../../src/engine/query/requestedColumn.ts';
import { RequestedColumns } from '../../../src/engine/query/requestedColumns.ts';
import { LogReading } from '../../../src/engine/session/logReading.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';

const key = (name: string): FieldRef => ({ kind: 'key', name });
const rows = 10_000;
const log = Array.from({ length: rows }, (_, row) => `{"operationName":"Op","a":${row % 7},"b":"${'x'.repeat(row % 400)}"}`).join('\n');

function work(signal = new AbortController().signal): CooperativeTask {
  return new CooperativeTask(signal);
}

function valuesIn(column: RequestedColumn): readonly string[] {
  return Array.from({ length: column.rows }, (_, row) => column.valuesOf(column.column.data[row]!).join());
}

/** Counts how often it is read, and acts before. */
class CountedSource extends BytesSource {
  reads = 0;
  beforeRead: () => void = () => undefined;

  override read(offset: number, length: number): Promise<Uint8Array> {
    this.reads++;
    this.beforeRead();
    return super.read(offset, length);
  }
}

async function openLog(): Promise<{ readonly index: LogIndex; readonly source: CountedSource }> {
  const platform = { compression: nodeCompression, blockWorkers: undefined, clock: () => 0, formats: builtInChoice };
  const reading = new LogReading(platform, () => undefined, new AbortController().signal);
  const source = new CountedSource('log.ndjson', new TextEncoder().encode(log));
  await reading.read([source]);
  source.reads = 0;
  return { index: reading.index, source };
}

describe('columns on request', () => {
  it('are made once, also for requests that come at the same time', async () => {
    const { index, source } = await openLog();
    const columns = new RequestedColumns(index);
    const [first, second] = await Promise.all([columns.whole(key('a'), index, work()), columns.whole(key('a'), index, work())]);
    const { reads } = source;
    expect(first).toBe(second);
    expect(valuesIn(first)).toEqual(Array.from({ length: rows }, (_, row) => String(row % 7)));
    await columns.whole(key('a'), index, work());
    expect(source.reads).toBe(reads);
  });

  it('resume where a request was cancelled', async () => {
    const { index, source } = await openLog();
    const columns = new RequestedColumns(index);
    const control = new AbortController();
    source.beforeRead = () => (source.reads === 2 ? control.abort() : undefined);
    await expect(columns.whole(key('a'), index, work(control.signal))).rejects.toThrow('aborted');
    const known = columns.known(key('a'))!.rows;
    expect(known > 0 && known < rows).toBe(true);
    expect((await columns.whole(key('a'), index, work())).rows).toBe(rows);
    expect(valuesIn(columns.known(key('a'))!)).toEqual(Array.from({ length: rows }, (_, row) => String(row % 7)));
  });

  it('make room for each other, the least recently used first', async () => {
    const index = await readIndex('{"a":1}');
    const few = new RequestedColumns(index, { count: 2, bytes: Infinity });
    for (const name of ['a', 'b', 'a', 'c']) {
      await few.whole(key(name), index, work());
    }
    expect(['a', 'b', 'c'].map((name) => few.known(key(name)) !== undefined)).toEqual([true, false, true]);
    const small = new RequestedColumns(index, { count: 9, bytes: 1 });
    await small.whole(key('a'), index, work());
    expect(small.known(key('a'))).toBeDefined();
    await small.whole(key('b'), index, work());
    expect(['a', 'b'].map((name) => small.known(key(name)) !== undefined)).toEqual([false, true]);
  });

  it('keep rows that stay, and stop a scan of those that were taken back', async () => {
    const { index, source } = await openLog();
    const columns = new RequestedColumns(index);
    let kept: RequestedColumns | undefined;
    source.beforeRead = () => {
      if (source.reads === 2) {
        kept = columns.upTo(100);
      }
    };
    const scanned = columns.whole(key('a'), index, work());
    const queued = columns.whole(key('a'), index, work());
    const [column] = await Promise.all([scanned, queued]);
    expect([column.rows, kept!.known(key('a')), columns.known(key('a'))]).toEqual([100, column, undefined]);
    expect((await kept!.whole(key('a'), index, work())).rows).toBe(rows);
  });

  it('keep no more values than their limit, whatever a log holds', async () => {
    const index = await readIndex(Array.from({ length: 50 }, (_, row) => `{"a":"v${row}"}`).join('\n'));
    const columns = new RequestedColumns(index, { count: 2, bytes: Infinity }, { ...columnLimits, values: 20 });
    const column = await columns.whole(key('a'), index, work());
    const partial = Array.from({ length: 50 }, (_, row) => column.isPartial(column.column.data[row]!));
    expect([column.distinct, partial.indexOf(true), partial.lastIndexOf(false)]).toEqual([20, 20, 19]);
  });
});
