import { describe, expect, it } from 'vitest';
import type { StateLane } from '../../../src/protocol/answers/states.ts';
import { toggledRow } from '../../../webview/lanes/laneActions.ts';
import { firstChoice, type LaneChoice, valueKey } from '../../../webview/lanes/laneChoice.ts';
import { type LaneAnswers, type LaneRow, laneRows } from '../../../webview/lanes/laneRows.ts';

function state(name: string, what: string | null): StateLane {
  return { targets: [[{ level: 'instance', name }]], what, records: 1, periods: [], attempts: [] };
}

const answers: LaneAnswers = {
  states: [state('contoso', 'policy'), state('contoso', null), state('fabrikam', 'policy')],
  values: [
    { value: 'carol', count: 9 },
    { value: 'alice', count: 5 },
    { value: null, count: 1 },
  ],
  counts: new Map(),
  inner: new Map([[valueKey('caller', 'alice'), [{ value: 'SetCurrentPolicy', count: 4 }]]]),
};

const names = {
  heading: (what: string | null) => what ?? 'existence',
  field: (field: string) => `by ${field}`,
  value: (value: string | null) => value ?? '(none)',
};

/** The lines in words: headings in capitals, what is within a value after a dot. */
function lines(choice: Partial<LaneChoice> = {}): readonly string[] {
  return laneRows({ ...firstChoice, ...choice }, answers, names).map(words);
}

function words(row: LaneRow): string {
  switch (row.kind) {
    case 'heading':
      return `${row.text.toUpperCase()} ${row.count}`;
    case 'state':
      return row.lane.targets[0]![0]!.name;
    case 'value':
      return `${row.within === undefined ? '' : '· '}${row.isPinned ? '*' : ''}${names.value(row.value)}`;
  }
}

describe('the lines of the lanes', () => {
  it('are the states, grouped by what they are of, and the values of a field', () => {
    expect(lines()).toEqual(['POLICY 2', 'contoso', 'fabrikam', 'EXISTENCE 1', 'contoso', 'BY CALLER 3', 'carol', 'alice', '(none)']);
  });

  it('are hidden under a heading that is closed', () => {
    expect(lines({ closed: ['state policy', 'values'] })).toEqual(['POLICY 2', 'EXISTENCE 1', 'contoso', 'BY CALLER 3']);
  });

  it('are found by a part of their names', () => {
    expect(lines({ search: 'FAB' })).toEqual(['POLICY 1', 'fabrikam', 'BY CALLER 3']);
    expect(lines({ search: 'ali' })).toEqual(['BY CALLER 3', 'alice']);
  });

  it('are in the order of names where that is chosen, with those that are pinned first', () => {
    expect(lines({ order: 'name', closed: ['state policy', 'state '] }).slice(3)).toEqual(['(none)', 'alice', 'carol']);
    expect(lines({ pinned: [valueKey('caller', null)] }).slice(6)).toEqual(['*(none)', 'carol', 'alice']);
  });

  it('are in the order in which they occur first where that is chosen, those without a time last', () => {
    const dated = answers.values.map((one) => ({ ...one, first: one.value === 'alice' ? '9' : one.value === 'carol' ? '10' : null }));
    const rows = laneRows({ ...firstChoice, order: 'first' }, { ...answers, values: dated }, names);
    expect(rows.slice(6).map(words)).toEqual(['alice', 'carol', '(none)']);
  });

  it('show what is within a value that is open', () => {
    expect(lines({ open: [valueKey('caller', 'alice')] }).slice(6)).toEqual(['carol', 'alice', '· SetCurrentPolicy', '(none)']);
  });

  it('are opened and closed row by row, and states and inner values are not', () => {
    const choice = { ...firstChoice, open: [valueKey('caller', 'alice')] };
    const rows = laneRows(choice, answers, names);
    const row = (name: string): LaneRow => rows.find((one) => words(one) === name)!;
    expect(toggledRow(choice, row('POLICY 2')).closed).toEqual(['state policy']);
    expect(toggledRow(choice, row('alice')).open).toEqual([]);
    expect(toggledRow(choice, row('carol')).open.length).toBe(2);
    expect(toggledRow(choice, row('fabrikam'))).toBe(choice);
    expect(toggledRow(choice, row('· SetCurrentPolicy'))).toBe(choice);
  });

  it('have keys of their own', () => {
    const keys = laneRows({ ...firstChoice, open: [valueKey('caller', 'alice')] }, answers, names).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
