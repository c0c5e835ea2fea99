import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFromWebview, isViewPage, restoredState } from '../../src/protocol/viewMessages.ts';

const ref = { source: 0, index: 1 };
const ask = (name: string, params: unknown) => ({ kind: 'request', id: 1, name, params });
const intent = (value: unknown) => ({ kind: 'intent', intent: value });

const listRows = {
  query: '',
  order: 'newest',
  ranges: [
    [0, 3],
    [7, 8],
  ],
  reading: 1,
  snapshot: 5,
  matching: 9,
  unsorted: 0,
};

function check(value: unknown, expected: boolean): void {
  expect(isFromWebview(value), JSON.stringify(value)).toBe(expected);
}

describe('isFromWebview', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'ready', restored: 'anything, it is looked at by itself' },
    { kind: 'cancel', id: 3 },
    { kind: 'shown', span: ['0', '637417526099427158'] },
    { kind: 'taken', id: 3 },
    ask('timeline', { query: '', width: 800 }),
    ask('outliers', { query: '' }),
    ask('timeline', { query: '', width: 800, range: ['0', '637417526099427158'] }),
    ask('timeline', { query: '', width: 800, lanesBy: { field: 'caller', limit: 100 } }),
    ask('facets', { query: 'a', field: 'operation', limit: 100 }),
    ask('page', { query: '', order: 'file', from: { at: 0 }, count: 50 }),
    ask('page', { query: '', order: 'newest', from: { around: ref }, count: 1000 }),
    ask('record', { ref }),
    ask('findings', { query: '', limit: 100, items: 10 }),
    ask('findingCodes', { query: '' }),
    ask('findingRows', { query: '', code: 'value.time', at: 100, count: 50 }),
    ask('placedFindings', { source: 0, limit: 1000 }),
    ask('locate', { record: ref }),
    ask('locate', { finding: { source: 0, finding: 7 } }),
    ask('hover', { source: 0, line: 0, column: 0 }),
    ask('recordAt', { source: 0, line: 3, column: 0 }),
    ask('profile', { query: '', limit: 10 }),
    ask('summary', { query: '', top: 10 }),
    ask('coverage', { epochs: 100, gaps: 1000 }),
    ask('coverage', { epochs: 0, gaps: 0, stretches: 4000 }),
    ask('coverage', { epochs: 10, gaps: 5, sort: { by: 'missing', isDescending: true } }),
    ask('profile', { query: 'caller:a resultGroup:failure', limit: 50, whole: 'caller:a' }),
    intent({ kind: 'filter', query: 'result:Failure' }),
    intent({ kind: 'open', page: { kind: 'findings' } }),
    intent({ kind: 'open', page: { kind: 'coverage' } }),
    intent({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'x' }, query: '' }),
    intent({ kind: 'open', page: { kind: 'target', path: [{ level: 'instance', name: 'x' }] } }),
    intent({ kind: 'open', page: { kind: 'value', field: 'key.a', value: 'x' } }),
    intent({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'x', apart: [{ type: 'PUID', value: 'y' }] } }),
    intent({ kind: 'joined', page: { kind: 'caller', type: 'UPN', value: 'x' }, identities: [{ type: 'UPN', value: 'x' }] }),
    intent({ kind: 'select', ref }),
    intent({ kind: 'select', ref: null }),
    intent({ kind: 'back' }),
    intent({ kind: 'forward' }),
    intent({ kind: 'openSource', at: null }),
    intent({ kind: 'openSource', at: { finding: { source: 0, finding: 2 } } }),
    intent({ kind: 'copy', text: 'x' }),
    intent({ kind: 'copyRecords', as: 'json', rows: null, fields: [] }),
    intent({ kind: 'copyRecords', as: 'csv', rows: listRows, fields: ['key.a'] }),
    intent({ kind: 'copyRecords', as: 'sentences', rows: { ...listRows, soFar: true, snapshot: null }, fields: [] }),
    intent({ kind: 'compareAsText', first: ref, second: { source: 1, index: 0 } }),
  ])('takes %j', (value) => check(value, true));

  it.each([
    null,
    undefined,
    { kind: 'shown' },
    { kind: 'shown', span: ['0', 1] },
    intent({ kind: 'joined', page: { kind: 'caller', type: 'UPN', value: 'x' }, identities: [] }),
    intent({ kind: 'open', page: { kind: 'value', field: 'ip' } }),
    7,
    'ready',
    [],
    {},
    { kind: 'constructor' },
    { kind: 'cancel' },
    { kind: 'cancel', id: -1 },
    intent({ kind: 'copyRecords', as: 'xml', rows: null, fields: [] }),
    intent({ kind: 'copyRecords', as: 'csv', rows: { ...listRows, ranges: [[0, -1]] }, fields: [] }),
    intent({ kind: 'copyRecords', as: 'csv', rows: { ...listRows, ranges: [] }, fields: [] }),
    intent({ kind: 'copyRecords', as: 'csv', rows: { ...listRows, order: 'last' }, fields: [] }),
    { kind: 'cancel', id: 1.5 },
    ask('export', {}),
    ask('constructor', {}),
    ask('__proto__', {}),
    ask('timeline', { query: '', width: 0 }),
    ask('outliers', {}),
    ask('timeline', { query: '', width: 4097 }),
    ask('timeline', { query: '', width: 10, range: ['0'] }),
    ask('timeline', { query: '', width: 10, range: null }),
    ask('timeline', { query: '', width: 10, lanesBy: { field: 'caller', limit: 101 } }),
    ask('timeline', { query: '', width: 10, lanesBy: 'caller' }),
    ask('facets', { query: 1, field: 'operation', limit: 100 }),
    ask('page', { query: '', order: 'random', from: { at: 0 }, count: 50 }),
    ask('page', { query: '', order: 'file', from: {}, count: 50 }),
    ask('page', { query: '', order: 'file', from: { at: 0 }, count: 1001 }),
    ask('record', { ref: { source: 0 } }),
    ask('record', undefined),
    intent(null),
    intent({ kind: 'filter' }),
    intent({ kind: 'filter', query: 'x'.repeat(100_001) }),
    intent({ kind: 'open', page: { kind: 'target', path: [] } }),
    intent({ kind: 'open', page: { kind: 'target', path: [{ level: 7, name: 'x' }] } }),
    intent({ kind: 'open', page: { kind: 'findings' }, query: 1 }),
    intent({ kind: 'select' }),
    intent({ kind: 'openSource', at: { record: { source: '0', index: 1 } } }),
    intent({ kind: 'copy', text: { toString: 'x' } }),
    intent({ kind: 'run', command: 'workbench.action.terminal.new' }),
  ])('refuses %j', (value) => check(value, false));

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof isFromWebview(value) === 'boolean'));
  });
});

describe('restoredState', () => {
  const state = { query: 'a', page: { kind: 'records' }, selected: null };

  it.each([
    ['a state', state, state],
    ['nothing', undefined, undefined],
    ['a state of another version', { ...state, page: { kind: 'map' } }, undefined],
    ['a state that lacks something', { query: 'a' }, undefined],
  ])('reads %s', (_, restored, expected) => expect(restoredState({ restored })).toEqual(expected));
});

describe('isViewPage', () => {
  it('takes no page of records of another kind', () => expect(isViewPage({ kind: 'caller' })).toBe(false));
});
