import { expect, it } from 'vitest';
import { type DetailSide, wantedSide } from '../../../webview/detail/detailSide.ts';
import { shownSide } from '../../../webview/detail/shownSide.ts';

it.each<[chosen: DetailSide | undefined, width: number, height: number, wanted: DetailSide, shown: DetailSide]>([
  [undefined, 760, 900, 'right', 'right'],
  [undefined, 759, 900, 'below', 'below'],
  ['below', 1400, 900, 'below', 'below'],
  ['below', 1400, 669, 'below', 'right'],
  // The page scrolls.
  ['below', 1400, 460, 'below', 'below'],
  ['below', 600, 500, 'below', 'below'],
  ['right', 560, 900, 'right', 'right'],
  ['right', 559, 900, 'right', 'below'],
])(
  'with %s chosen and lanes, in a window of %d by %d, the detail is wanted %s and shown %s',
  (chosen, innerWidth, innerHeight, wanted, shown) => {
    expect(wantedSide(chosen, { innerWidth, innerHeight })).toBe(wanted);
    expect(shownSide(chosen, true, { innerWidth, innerHeight })).toBe(shown);
  },
);

it('below the list there is room for the detail in lower windows where there are no lanes', () => {
  expect(shownSide('below', false, { innerWidth: 1400, innerHeight: 560 })).toBe('below');
  expect(shownSide('below', false, { innerWidth: 1400, innerHeight: 559 })).toBe('right');
});
