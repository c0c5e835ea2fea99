import { expect, it } from 'vitest';
import { hasRecords, keptOn, layoutOn } from '../../../webview/page/pageLayout.ts';
import { firstLayout } from '../../../webview/page/savedState.ts';

it('callers and targets begin with what happened last and with the states of targets', () => {
  expect(layoutOn(firstLayout, 'records')).toBe(firstLayout);
  expect(layoutOn(firstLayout, 'caller')).toMatchObject({ order: 'newest', lanes: true, laneChoice: { field: 'operation' } });
  expect(layoutOn(firstLayout, 'target')).toMatchObject({ order: 'newest', lanes: true, laneChoice: { field: 'caller' } });
});

it('what is changed on a page of callers is theirs, but for what all pages share', () => {
  const changed = { order: 'oldest', lanes: false, stackBy: 'caller' } as const;
  const layout = { ...firstLayout, ...keptOn(firstLayout, 'caller', changed) };
  expect(layout).toEqual({ ...firstLayout, stackBy: 'caller', caller: { order: 'oldest', lanes: false } });
  expect(layoutOn(layout, 'caller')).toMatchObject(changed);
  expect(layoutOn(layout, 'target')).toMatchObject({ order: 'newest', lanes: true, stackBy: 'caller' });
  expect({ ...layout, ...keptOn(layout, 'caller', { lanes: true }) }.caller).toEqual({ order: 'oldest', lanes: true });
  expect(keptOn(firstLayout, 'records', changed)).toBe(changed);
});

it('where the list of all records was scrolled to means nothing on other pages', () => {
  expect(layoutOn({ ...firstLayout, scroll: { row: 7, of: 'x' } }, 'target').scroll).toBeUndefined();
});

it.each([
  ['records', true],
  ['caller', true],
  ['target', true],
  ['findings', false],
  ['coverage', false],
] as const)('%s has records: %s', (kind, expected) => expect(hasRecords(kind)).toBe(expected));
