import { describe, expect, it } from 'vitest';
import { FindingLayout } from '../../../webview/findings/findingLayout.ts';

const codes = [
  { code: 'schema.type', severity: 'error', count: 2 },
  { code: 'value.unknownResult', severity: 'warning', count: 101 },
  { code: 'sequence.gap', severity: 'information', count: 1 },
] as const;

/** What the rows are, in short. */
function rowsOf(layout: FindingLayout): readonly string[] {
  return Array.from({ length: layout.rows }, (_, position) => {
    const place = layout.at(position)!;
    return place.kind === 'code' ? `${place.group.code} ${place.isOpen ? 'open' : 'closed'}` : `${place.group.code} ${place.number}`;
  });
}

describe('the rows of findings', () => {
  it('are those of few findings at first, and of what the user opens or closes', () => {
    expect(rowsOf(new FindingLayout(codes, new Map()))).toEqual([
      'schema.type open',
      'schema.type 0',
      'schema.type 1',
      'value.unknownResult closed',
      'sequence.gap open',
      'sequence.gap 0',
    ]);
    const toggled = new Map([
      ['schema.type', false],
      ['value.unknownResult', true],
    ]);
    const layout = new FindingLayout(codes, toggled);
    expect(layout.rows).toBe(105);
    expect(rowsOf(layout).slice(0, 3)).toEqual(['schema.type closed', 'value.unknownResult open', 'value.unknownResult 0']);
    expect(layout.at(105)).toBeUndefined();
  });

  it('are found again by what they are', () => {
    const layout = new FindingLayout(codes, new Map());
    for (let position = 0; position < layout.rows; position++) {
      const place = layout.at(position)!;
      const number = place.kind === 'finding' ? place.number : undefined;
      expect(layout.positionOf({ code: place.group.code, number })).toBe(position);
    }
    // Of a code that is closed, and of one with fewer findings by now.
    expect(layout.positionOf({ code: 'value.unknownResult', number: 7 })).toBe(3);
    expect(layout.positionOf({ code: 'schema.type', number: 2 })).toBe(0);
    expect(layout.positionOf({ code: 'value.time', number: 0 })).toBeUndefined();
  });

  it('lead from finding to finding, also into codes that are closed', () => {
    const layout = new FindingLayout(codes, new Map());
    const next = (position: number | undefined) => layout.next(position, 'next');
    const previous = (position: number | undefined) => layout.next(position, 'previous');
    expect(next(undefined)).toEqual({ code: 'schema.type', number: 0 });
    expect(next(0)).toEqual({ code: 'schema.type', number: 0 });
    expect(next(1)).toEqual({ code: 'schema.type', number: 1 });
    expect(next(2)).toEqual({ code: 'value.unknownResult', number: 0 });
    expect(next(3)).toEqual({ code: 'value.unknownResult', number: 0 });
    expect(next(5)).toBeUndefined();
    expect(previous(undefined)).toEqual({ code: 'sequence.gap', number: 0 });
    expect(previous(4)).toEqual({ code: 'value.unknownResult', number: 100 });
    expect(previous(2)).toEqual({ code: 'schema.type', number: 0 });
    expect(previous(1)).toBeUndefined();
  });
});
