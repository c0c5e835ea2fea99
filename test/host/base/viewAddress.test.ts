import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedView, viewQuery } from '../../../src/host/base/viewAddress.ts';
import type { ViewState } from '../../../src/protocol/viewMessages.ts';

const ticks = fc.bigInt({ min: 0n, max: 3_155_378_975_999_999_999n }).map(String);
const span = fc.tuple(ticks, ticks);

describe('the query of a link to a view', () => {
  it('says what the view is, whatever its texts are', () => {
    const states: fc.Arbitrary<ViewState> = fc.record(
      {
        query: fc.string({ unit: 'grapheme', maxLength: 200 }),
        page: fc.constantFrom<ViewState['page']>({ kind: 'records' }, { kind: 'caller', type: 'UPN', value: 'a&b=c#d' }),
        selected: fc.option(fc.record({ source: fc.nat(9), index: fc.nat() })),
        range: span,
        viewport: span,
        pinned: fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
      },
      { requiredKeys: ['query', 'page', 'selected'] },
    );
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), states, (log, state) => {
        expect(linkedView(viewQuery({ log, state }))).toEqual({ log, state });
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no state', 'log=file:///a'],
    ['a state that is none', `log=a&state=${encodeURIComponent('{"query":1}')}`],
    ['no JSON', 'log=a&state=%7B'],
    ['a broken escape', 'log=%E0%A4%A&state=%7B%7D'],
    ['a time that is none', viewQuery({ log: 'a', state: { query: '', page: { kind: 'records' }, selected: null, range: ['x', '1'] } })],
    ['more than that', `${viewQuery({ log: 'a', state: { query: '', page: { kind: 'records' }, selected: null } })}&more=1`],
  ])('is refused where it says %s', (_, query) => {
    expect(linkedView(query)).toBeUndefined();
  });
});
