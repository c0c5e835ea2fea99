import { describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { say } from '../../../src/protocol/say.ts';
import type { TextRange } from '../../../src/protocol/reference.ts';
import { openLog } from '../openLog.ts';

const { cloudTrail } = inventedRecords;

function trail(changes: object): string {
  return JSON.stringify({ ...cloudTrail, ...changes });
}

/** The stretch of a text that a range is about. */
function textIn(text: string, { startLine, startColumn, endLine, endColumn }: TextRange): string {
  const lines = text.split('\n').slice(startLine, endLine + 1);
  const last = lines.length - 1;
  return lines.map((line, number) => line.slice(number === 0 ? startColumn : 0, number === last ? endColumn : undefined)).join('\n');
}

describe('the outline of a text', () => {
  const times = ['2026-03-01T09:00:00Z', '2026-03-01T09:59:59Z', '2026-03-01T10:00:00Z', 'at noon', '2026-03-01T09:30:00Z'];
  const text = times.map((eventTime) => `${trail({ eventTime })}\n`).join('');

  it('groups the records by hours in the order of the text, each with its place', async () => {
    const log = await openLog(text);
    const { unit, groups, records, total } = await log.request('outline', { source: 0, line: 0, limit: 5000 });
    expect([unit, total]).toEqual(['hour', 5]);
    expect(groups.map(({ first, count, range }) => [first, count, range.startLine, range.endLine])).toEqual([
      [0, 2, 0, 1],
      [2, 2, 2, 3],
      [4, 1, 4, 4],
    ]);
    expect(records.map(({ range }) => textIn(text, range))).toEqual(text.trimEnd().split('\n'));
    const page = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 5 });
    expect(records.map(({ sentence }) => say(sentence))).toEqual(page.rows.map(({ sentence }) => say(sentence)));
  });

  it('lists the records around a line where there are more than are asked for', async () => {
    const log = await openLog(text);
    const listed = async (line: number, limit: number): Promise<readonly number[]> => {
      const { records, total } = await log.request('outline', { source: 0, line, limit });
      expect(total).toBe(5);
      return records.map(({ ref }) => ref.index);
    };
    expect(await listed(0, 2)).toEqual([0, 1]);
    expect(await listed(2, 2)).toEqual([1, 2]);
    expect(await listed(4, 2)).toEqual([3, 4]);
    expect(await listed(100, 3)).toEqual([2, 3, 4]);
    expect(await listed(3, 0)).toEqual([]);
  });

  it('groups by days where there are too many hours, and by numbers where there are too many days', async () => {
    const at = (index: number, step: number): string => new Date(Date.UTC(2020, 0, 1) + index * step).toISOString();
    const groupsOf = async (step: number): Promise<readonly [string, number]> => {
      const log = await openLog(Array.from({ length: 1200 }, (_, index) => trail({ eventTime: at(index, step) })).join('\n'));
      const { unit, groups } = await log.request('outline', { source: 0, line: 0, limit: 1 });
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(1200);
      return [unit, groups.length];
    };
    expect(await groupsOf(3_600_000)).toEqual(['day', 50]);
    expect(await groupsOf(86_400_000)).toEqual(['count', 2]);
  });

  it('is refused for a source that is not there, and empty for one without records', async () => {
    const log = await openLog('');
    expect(await log.request('outline', { source: 0, line: 0, limit: 10 })).toMatchObject({ groups: [], records: [], total: 0 });
    await expect(log.request('outline', { source: 3, line: 0, limit: 10 })).rejects.toThrow(/error/);
  });
});
