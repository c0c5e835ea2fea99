import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedView, viewQuery } from '../../../src/host/base/viewAddress.ts';
import type { ViewState } from '../../../src/protocol/viewMessages.ts';

const ticks = fc.bigInt({ min: 0n, max: 3_155_378_975_999_999_999n }).map(String);
const span = fc.tuple(ticks, ticks);
const records: ViewState = { query: '', page: { kind: 'records' }, selected: null };

describe('the query of a link to a view', () => {
  it('says what the view is, whatever its texts are', () => {
    const states: fc.Arbitrary<ViewState> = fc.record(
      {
        query: fc.string({ unit: 'grapheme', maxLength: 200 }),
        page: fc.constantFrom<ViewState['page']>({ kind: 'records' }, { kind: 'caller', type: 'UPN', value: 'a&b=c#d' }),
        selected: fc.option(fc.record({ source: fc.nat(9), index: fc.nat() })),
        range: span,
        viewport: span,
      },
      { requiredKeys: ['query', 'page', 'selected'] },
    );
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), states, (log, state) => {
        expect(linkedView(viewQuery(log, state))).toEqual({ log, state });
      }),
    );
  });

  it('has pinned filters as terms, and leaves out terms that are switched off', () => {
    const view = linkedView(viewQuery('a', { ...records, query: 'x OR y', pinned: ['ip:a', '-b'], off: [{ text: 'c', at: 0 }] }));
    expect(view?.state).toEqual({ ...records, query: '(x OR y) ip:a -b' });
  });

  it.each([
    ['nothing', ''],
    ['no state', 'log=file:///a'],
    ['a state that is none', `log=a&state=${encodeURIComponent('{"query":1}')}`],
    ['no JSON', 'log=a&state=%7B'],
    ['a broken escape', 'log=%E0%A4%A&state=%7B%7D'],
    ['a time that is none', viewQuery('a', { ...records, range: ['x', '1'] })],
    ['what is to be pinned', `log=a&state=${encodeURIComponent(JSON.stringify({ ...records, pinned: ['-caller:eve'] }))}`],
    ['more than that', `${viewQuery('a', records)}&more=1`],
  ])('is refused where it says %s', (_, query) => {
    expect(linkedView(query)).toBeUndefined();
  });
});
