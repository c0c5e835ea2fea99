import { expect, it } from 'vitest';
import { initialState } from '../../../src/host/editor/viewHistory.ts';
import { firstChoice } from '../../../webview/lanes/laneChoice.ts';
import { firstLayout, isSavedState, layoutOf, layoutOfText, layoutText, savedState } from '../../../webview/page/savedState.ts';

const layout = {
  order: { field: 'seq', descending: true },
  extent: 'whole',
  lanes: false,
  scroll: { row: 7, of: 'x' },
  laneChoice: { ...firstChoice, field: 'operation', order: 'name', pinned: ['["operation",null]'], open: ['["operation","Get"]'] },
  caller: { order: 'oldest', lanes: false },
  value: { lanes: false },
  target: { laneChoice: { ...firstChoice, field: 'ip' } },
  panes: { detail: 300, overview: 60, list: 400 },
  stackBy: 'caller',
  fields: ['ip'],
  hasFields: true,
  columns: ['region', 'key.a'],
  widths: { '.caller': 200, 'key.a': 80 },
  detailPanel: 'source',
  detailSide: 'below',
} as const;

it('what is kept of a layout is only what is not as at first, and is the layout again', () => {
  expect(savedState(initialState, firstLayout)).toEqual({ state: initialState, order: 'file' });
  expect(layoutOf(undefined)).toEqual(firstLayout);
  const saved: unknown = JSON.parse(JSON.stringify(savedState(initialState, layout)));
  expect(isSavedState(saved) && layoutOf(saved)).toEqual(layout);
});

it('what the host keeps of a layout is empty where nothing has changed, and else the layout again', () => {
  expect(layoutText(firstLayout)).toBe('');
  expect(layoutOfText(layoutText(layout))).toEqual(layout);
});

it.each(['', '{', 'null', '[]', '7', '{"order":7}', '{"laneChoice":{"open":["x"]}}'])('%j gives the first layout', (text) => {
  expect(layoutOfText(text)).toEqual(firstLayout);
});

it.each([
  null,
  'state',
  {},
  { version: 7 },
  { state: initialState },
  { state: null, order: 'file' },
  { state: initialState, order: 'last' },
  { state: initialState, order: { field: 'seq' } },
  { state: initialState, order: 'file', extent: 'half' },
  { state: initialState, order: 'file', lanes: 1 },
  { state: initialState, order: 'file', scroll: { row: -1, of: '' } },
  { state: initialState, order: 'file', laneChoice: { ...firstChoice, field: '' } },
  { state: initialState, order: 'file', laneChoice: { ...firstChoice, open: ['operation'] } },
  { state: initialState, order: 'file', laneChoice: { ...firstChoice, closed: null } },
  { state: initialState, order: 'file', caller: { order: 7 } },
  { state: initialState, order: 'file', target: null },
  { state: initialState, order: 'file', panes: { detail: 'wide' } },
  { state: initialState, order: 'file', stackBy: '' },
  { state: initialState, order: 'file', fields: 'ip' },
  { state: initialState, order: 'file', columns: [7] },
  { state: initialState, order: 'file', columns: null },
  { state: initialState, order: 'file', detailPanel: 'all' },
  { state: initialState, order: 'file', detailSide: 'left' },
  { state: initialState, order: 'file', columns: ['seq', ''] },
  { state: initialState, order: 'file', widths: { seq: '80' } },
  { state: initialState, order: 'file', widths: { seq: 0 } },
  { state: initialState, order: 'file', widths: null },
])('%j was not kept by this version', (value) => {
  expect(isSavedState(value)).toBe(false);
});
