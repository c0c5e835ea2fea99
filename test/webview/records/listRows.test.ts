import { describe, expect, it } from 'vitest';
import { ListRows } from '../../../webview/records/listRows.ts';
import { HeldAnswers } from '../double/heldAnswers.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';

const log = await RealLog.open(inventedLog(298));
const late = 'record>=150';

function opened(): { rows: ListRows; engine: HeldAnswers; arrivals: () => number } {
  const engine = new HeldAnswers(log);
  let arrivals = 0;
  const rows = new ListRows(() => arrivals++);
  rows.show(engine, '', 'file');
  rows.shown.want(0, 20, 1);
  return { rows, engine, arrivals: () => arrivals };
}

describe('rows of a result that is foreseen', () => {
  it('are there when it is shown, and are not asked for twice', async () => {
    const { rows, engine, arrivals } = opened();
    rows.foresee(engine, late, 'file')!.want(0, 20, 1);
    await engine.allAnswered();
    // Those of what is shown only.
    expect([engine.asked.length, arrivals()]).toEqual([2, 1]);
    expect(rows.show(engine, late, 'file')).toBe(true);
    rows.shown.want(0, 20, 1);
    expect([engine.asked.length, rows.show(engine, late, 'file')]).toEqual([2, false]);
    expect(rows.shown.row(0)?.ref.index).toBe(150);
  });

  it('are reported once it is shown, if they come later', async () => {
    const { rows, engine, arrivals } = opened();
    await engine.allAnswered();
    const release = engine.hold();
    rows.foresee(engine, late, 'file')!.want(0, 20, 1);
    rows.show(engine, late, 'file');
    release();
    await engine.allAnswered();
    expect(arrivals()).toBe(2);
  });

  it('are not asked for where it is shown or foreseen already', () => {
    const { rows, engine } = opened();
    expect(rows.foresee(engine, '', 'file')).toBeUndefined();
    rows.foresee(engine, late, 'file');
    expect(rows.foresee(engine, late, 'file')).toBeUndefined();
    expect(rows.foresee(engine, late, 'newest')).toBeDefined();
  });

  it('are given up where another result is foreseen or shown, or the list is gone', () => {
    const { rows, engine } = opened();
    const given = [late, 'resultType:Success', 'record<5'].map((query, index) => {
      rows.foresee(engine, query, 'file')!.want(0, 20, 1);
      const { signal } = engine.asked.at(-1)!;
      if (index === 1) {
        rows.show(engine, 'record<7', 'file');
      }
      return signal;
    });
    expect(given.map(({ aborted }) => aborted)).toEqual([true, true, false]);
    rows.dispose();
    expect(given[2]?.aborted).toBe(true);
  });
});
