import { describe, expect, it } from 'vitest';
import { historyAt, historyTo, initialState, restoredHistory, type Step, take, viewOf } from '../../../src/host/editor/viewHistory.ts';
import type { ViewPage, ViewState } from '../../../src/protocol/viewMessages.ts';

const caller: ViewPage = { kind: 'caller', type: 'UPN', value: 'a@contoso.com' };
const target: ViewPage = { kind: 'target', path: [{ level: 'subscription', name: 's' }] };
const filter = (query: string): Step => ({ kind: 'filter', query });
const open = (page: ViewPage, query?: string): Step => ({ kind: 'open', page, ...(query === undefined ? {} : { query }) });
const back: Step = { kind: 'back' };
const forward: Step = { kind: 'forward' };

/** `expected`: what differs from the initial state, and which ways are open. */
function check(steps: readonly Step[], expected: Partial<ViewState>, ways: '' | 'back' | 'forward' | 'back forward'): void {
  const { state, canGoBack, canGoForward } = viewOf(steps.reduce(take, historyAt(initialState)));
  expect(state).toEqual({ ...initialState, ...expected });
  expect([canGoBack && 'back', canGoForward && 'forward'].filter(Boolean).join(' ')).toBe(ways);
}

describe('take', () => {
  it('begins with all records', () => check([], {}, ''));
  it('filters', () => check([filter('a')], { query: 'a' }, 'back'));
  it('takes a filter back', () => check([filter('a'), filter('b'), back], { query: 'a' }, 'back forward'));
  it('goes forward again', () => check([filter('a'), filter('b'), back, back, forward], { query: 'a' }, 'back forward'));
  it('opens a page and keeps the filter', () => check([filter('a'), open(caller)], { query: 'a', page: caller }, 'back'));
  const identities = [
    { type: 'UPN', value: 'a@contoso.com' },
    { type: 'ObjectID', value: '1' },
  ];
  const joined = (page: ViewPage): Step => ({ kind: 'joined', page, identities });
  it('keeps the identities of a caller with its page, without a step', () => {
    check([open(caller), joined(caller)], { page: { ...caller, identities } }, 'back');
    check([open(caller), joined(caller), open(caller), back, forward], { page: { ...caller, identities } }, 'back');
  });
  it('keeps no identities of a caller whose page has been left', () => {
    check([open(caller), open(target), joined(caller)], { page: target }, 'back');
    check([open(caller), joined({ kind: 'caller', type: 'PUID', value: '2' })], { page: caller }, 'back');
  });
  it('takes an identity that is split off for a step', () => {
    const apart: ViewPage = { kind: 'caller', type: 'UPN', value: 'a@contoso.com', apart: [{ type: 'ObjectID', value: '1' }] };
    check([open(caller), joined(caller), open(apart), joined(caller)], { page: apart }, 'back');
    check([open(caller), joined(caller), open(apart), back], { page: { ...caller, identities } }, 'back forward');
  });
  it('opens a page with a filter', () => check([filter('a'), open(target, '')], { page: target }, 'back'));
  it('forgets what was ahead', () => check([filter('a'), back, filter('b'), forward], { query: 'b' }, 'back'));
  it('stops at both ends', () => check([back, filter('a'), forward, forward], { query: 'a' }, 'back'));
  const range = (span: readonly [string, string] | null): Step => ({ kind: 'range', range: span });
  const zoom = (span: readonly [string, string] | null): Step => ({ kind: 'viewport', viewport: span });
  it('chooses a stretch of time, which is shown, and goes back before it', () => {
    check([filter('a'), range(['1', '9'])], { query: 'a', range: ['1', '9'], viewport: ['1', '9'] }, 'back');
    check([range(['1', '9']), range(null)], { viewport: ['1', '9'] }, 'back');
    check([range(['1', '9']), back], {}, 'forward');
  });
  it('takes zooms that follow each other for one step', () => {
    const zooms = [filter('a'), zoom(['1', '9']), zoom(['2', '8']), zoom(['3', '7'])];
    check(zooms, { query: 'a', viewport: ['3', '7'] }, 'back');
    check([...zooms, back], { query: 'a' }, 'back forward');
    check([...zooms, back, forward], { query: 'a', viewport: ['3', '7'] }, 'back');
    check([...zooms, filter('b'), zoom(null), back], { query: 'b', viewport: ['3', '7'] }, 'back forward');
  });
  const type = (query: string, typing: 'begins' | 'continues' = 'continues'): Step => ({ kind: 'filter', query, typing });
  it('takes the filters of one typing for one step', () => {
    const typed = [filter('a'), type('a b', 'begins'), type('a bc'), type('a bcd')];
    check(typed, { query: 'a bcd' }, 'back');
    check([...typed, back], { query: 'a' }, 'back forward');
    check([...typed, back, forward], { query: 'a bcd' }, 'back');
    check([...typed, type('a bcde', 'begins'), back], { query: 'a bcd' }, 'back forward');
    check([...typed, zoom(['1', '9']), type('a'), back], { query: 'a bcd', viewport: ['1', '9'] }, 'back forward');
    check([type('a', 'begins'), filter('b'), type('c'), back], { query: 'b' }, 'back forward');
  });
  it('leaves no step behind where what was typed is taken away again', () => {
    check([filter('a'), type('a b', 'begins'), type('a')], { query: 'a' }, 'back');
    check([filter('a'), type('a b', 'begins'), type('a'), back], {}, 'forward');
    check([filter('a'), type('a b', 'begins'), type('a'), type('a c'), back], { query: 'a' }, 'back forward');
  });
  it('keeps what is shown under another filter, unless that demands another time', () => {
    check([zoom(['1', '9']), filter('a')], { query: 'a', viewport: ['1', '9'] }, 'back');
    check([zoom(['1', '9']), filter('a time:2020')], { query: 'a time:2020' }, 'back');
    check([filter('time:2020'), zoom(['1', '9']), filter('a time:2020')], { query: 'a time:2020', viewport: ['1', '9'] }, 'back');
  });
  it('has each page show a stretch of its own, also on the way back and forth', () => {
    const zoomed = [zoom(['1', '9']), open(caller)];
    check(zoomed, { page: caller }, 'back');
    check([...zoomed, zoom(['2', '3'])], { page: caller, viewport: ['2', '3'] }, 'back');
    check([...zoomed, zoom(['2', '3']), open({ kind: 'records' })], { viewport: ['1', '9'] }, 'back');
    check([...zoomed, zoom(['2', '3']), open(target)], { page: target }, 'back');
    check([...zoomed, zoom(['2', '3']), open(target), open(caller)], { page: caller, viewport: ['2', '3'] }, 'back');
    check([...zoomed, zoom(['2', '3']), open(target), back], { page: caller, viewport: ['2', '3'] }, 'back forward');
    check([...zoomed, zoom(['2', '3']), back, back], { viewport: ['1', '9'] }, 'back forward');
  });
  it('opens a page on the chosen stretch, unless it has shown that already', () => {
    const chosen = [zoom(['1', '9']), open(caller), range(['4', '5'])];
    check([...chosen, open({ kind: 'records' })], { range: ['4', '5'], viewport: ['4', '5'] }, 'back');
    check([range(['4', '5']), open(caller)], { page: caller, range: ['4', '5'], viewport: ['4', '5'] }, 'back');
    check([...chosen, zoom(['1', '2']), open(target), open(caller)], { page: caller, range: ['4', '5'], viewport: ['1', '2'] }, 'back');
    check([zoom(['1', '9']), open(caller), open({ kind: 'records' }, 'time:2020')], { query: 'time:2020' }, 'back');
  });
  it('keeps the stretch of time under another filter, unless that says otherwise', () => {
    check([range(['1', '9']), filter('a')], { query: 'a', range: ['1', '9'], viewport: ['1', '9'] }, 'back');
    check([range(['1', '9']), { kind: 'filter', query: '', range: null }], { viewport: ['1', '9'] }, 'back');
  });
  const pin = (query: string, ...pinned: readonly string[]): Step => ({ kind: 'filter', query, pinned });
  it('keeps pinned filters whatever the filter and the page, until they are unpinned or the way leads back', () => {
    check([filter('a'), pin('', 'a')], { pinned: ['a'] }, 'back');
    check([pin('', 'a'), filter('b'), filter(''), open(caller)], { page: caller, pinned: ['a'] }, 'back');
    check([pin('', 'a'), filter('b'), pin('b')], { query: 'b' }, 'back');
    check([filter('a'), pin('', 'a'), back], { query: 'a' }, 'back forward');
  });
  const off = [{ text: 'b', at: 1 }];
  it('keeps terms that are off, each change of them a step', () => {
    check([filter('a b'), { kind: 'filter', query: 'a', off }], { query: 'a', off }, 'back');
    check([filter('a'), { kind: 'filter', query: 'a', off }, back], { query: 'a' }, 'back forward');
    check([{ kind: 'filter', query: 'a', off }, filter('c'), filter('')], { off }, 'back');
    check(
      [
        { kind: 'filter', query: 'a', off },
        { kind: 'filter', query: '', off: [] },
      ],
      {},
      'back',
    );
  });
  it('selects without a step', () => {
    const ref = { source: 0, index: 3 };
    check([{ kind: 'select', ref }], { selected: ref }, '');
    check([{ kind: 'select', ref }, filter('a'), { kind: 'select', ref: null }, back], { selected: ref }, 'forward');
  });

  it.each<[string, Step]>([
    ['the same filter', filter('a')],
    ['the same page', open(target)],
    ['nothing pinned', pin('a')],
    ['the same stretch of time', { kind: 'range', range: null }],
    ['the same zoom', { kind: 'viewport', viewport: null }],
    ['the same selection', { kind: 'select', ref: null }],
  ])('is the very same history after %s', (_, step) => {
    const history = [filter('a'), open(target)].reduce(take, historyAt(initialState));
    expect(take(history, structuredClone(step))).toBe(history);
  });

  it('remembers a limited number of steps', () => {
    const steps = Array.from({ length: 500 }, (_, index) => filter(String(index)));
    const history = steps.reduce(take, historyAt(initialState));
    expect(history.past).toHaveLength(200);
    expect(history.past.at(-1)?.query).toBe('498');
  });
});

describe('restoredHistory', () => {
  const [before, since] = [
    { source: 0, index: 3 },
    { source: 0, index: 7 },
  ];
  const kept: ViewState = { query: 'result:Failure', page: { kind: 'findings' }, selected: before };

  it('is what was shown before', () => {
    expect(restoredHistory(historyAt(kept), historyAt(initialState))).toEqual(historyAt(kept));
  });
  it('keeps filter and page, and what was selected since', () => {
    const history = take(historyAt(initialState), { kind: 'select', ref: since });
    expect(restoredHistory(historyAt(kept), history)).toEqual(historyAt({ ...kept, selected: since }));
  });
});

describe('historyTo', () => {
  const way = [filter('a'), filter('b')].reduce(take, historyAt(initialState));
  const selected = { source: 0, index: 4 };

  it('is the way that is remembered, if it leads there', () => {
    const state = { ...way.present, selected };
    expect(historyTo(state, way)).toEqual({ ...way, present: state });
  });
  it('begins there otherwise', () => {
    expect(historyTo({ ...initialState, query: 'c' }, way)).toEqual(historyAt({ ...initialState, query: 'c' }));
    expect(historyTo(way.present, undefined)).toEqual(historyAt(way.present));
  });
});
