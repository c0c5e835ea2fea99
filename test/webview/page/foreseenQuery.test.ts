import { expect, it } from 'vitest';
import { pageQuery } from '../../../src/core/query/pageQuery.ts';
import { historyAt, take, type Step } from '../../../src/host/editor/viewHistory.ts';
import type { ViewState } from '../../../src/protocol/viewMessages.ts';
import { foreseenQuery } from '../../../webview/page/foreseenQuery.ts';

const range = ['637397856000000000', '637423776000000000'] as const;
const other = ['637397856000000000', '637397856000000009'] as const;
const page: ViewState['page'] = { kind: 'caller', type: 'upn', value: 'dana@contoso.com' };
const states: readonly ViewState[] = [
  { query: '', page: { kind: 'records' }, selected: null },
  { query: 'resultType:Failure', page, selected: null, range },
];

it.each<Step>([
  { kind: 'filter', query: 'operation:SetCurrentPolicy' },
  { kind: 'filter', query: 'operation:SetCurrentPolicy or record<5', range: other },
  { kind: 'filter', query: '', range: null },
  { kind: 'range', range: other },
  { kind: 'range', range: null },
])('what is foreseen is what the host leads to: %j', (step) => {
  for (const state of states) {
    expect(foreseenQuery(state, step)).toBe(pageQuery(take(historyAt(state), step).present));
  }
});

it('nothing is foreseen of what leaves the records as they are, or leads elsewhere', () => {
  expect(foreseenQuery(states[1]!, { kind: 'select', ref: null })).toBeUndefined();
  expect(foreseenQuery(states[1]!, { kind: 'open', page: { kind: 'records' } })).toBeUndefined();
});
