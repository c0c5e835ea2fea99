import { andTerm } from '../../src/core/query/editQuery.ts';
import {
  alternativesOf,
  type EditedFilter,
  isInverted,
  termsOf,
  withTermInverted,
  withTermRemoved,
  withTermsJoined,
  withTermSplit,
  withTermToggled,
} from '../../src/core/query/filterTerms.ts';
import type { Intent, ViewState } from '../../src/protocol/viewMessages.ts';

/** A chip beside the filter's box. */
export interface Chip {
  /** `pinned`: a filter that stays in force whatever the box says. `off`: a term that is kept, but not in force. */
  readonly kind: 'pinned' | 'on' | 'off';
  readonly text: string;
  /** Among those that are pinned, or among the terms. */
  readonly at: number;
  readonly isInverted: boolean;
  readonly hasAlternatives: boolean;
}

/** What can be done with a chip. */
export type ChipAct = 'toggle' | 'invert' | 'remove' | 'joinPrevious' | 'joinNext' | 'split' | 'pin' | 'unpin';

type Shown = Pick<ViewState, 'query' | 'pinned' | 'off'>;
type FilterIntent = Extract<Intent, { kind: 'filter' }>;

/** The chips of what is shown: pinned filters first, then the terms of the filter. */
export function chipsOf({ query, pinned = [], off = [] }: Shown): readonly Chip[] {
  const chip = (kind: Chip['kind'], text: string, at: number): Chip => ({
    kind,
    text,
    at,
    isInverted: isInverted(text),
    hasAlternatives: alternativesOf(text).length > 1,
  });
  return [
    ...pinned.map((text, at) => chip('pinned', text, at)),
    ...termsOf({ query, off }).map(({ text, isOff }, at) => chip(isOff ? 'off' : 'on', text, at)),
  ];
}

/** What can be done with a chip, by how often people want it. */
export function actsOf(chips: readonly Chip[], chip: Chip): readonly ChipAct[] {
  if (chip.kind === 'pinned') {
    return ['unpin', 'remove'];
  }
  const terms = chips.filter(({ kind }) => kind !== 'pinned').length;
  return [
    'toggle',
    'invert',
    ...(chip.at > 0 ? (['joinPrevious'] as const) : []),
    ...(chip.at < terms - 1 ? (['joinNext'] as const) : []),
    ...(chip.hasAlternatives ? (['split'] as const) : []),
    'pin',
    'remove',
  ];
}

/** The filter after something was done with a chip. */
export function afterAct({ query, pinned = [], off = [] }: Shown, { kind, at, text }: Chip, act: ChipAct): FilterIntent {
  const filter: EditedFilter = { query, off };
  const left = pinned.filter((_, index) => index !== at);
  switch (act) {
    case 'toggle':
      return intentOf(withTermToggled(filter, at));
    case 'invert':
      return intentOf(withTermInverted(filter, at));
    case 'remove':
      return kind === 'pinned' ? { kind: 'filter', query, pinned: left } : intentOf(withTermRemoved(filter, at));
    case 'joinPrevious':
      return intentOf(withTermsJoined(filter, at, at - 1));
    case 'joinNext':
      return intentOf(withTermsJoined(filter, at, at + 1));
    case 'split':
      return intentOf(withTermSplit(filter, at));
    case 'pin':
      return { ...intentOf(withTermRemoved(filter, at)), pinned: pinned.includes(text) ? pinned : [...pinned, text] };
    case 'unpin':
      return { kind: 'filter', query: andTerm(query, text), pinned: left };
  }
}

/** The filter after one term was dragged onto another: either of them will do. */
export function afterDrop({ query, off = [] }: Shown, from: Chip, onto: Chip): FilterIntent {
  return intentOf(withTermsJoined({ query, off }, from.at, onto.at));
}

function intentOf({ query, off }: EditedFilter): FilterIntent {
  return { kind: 'filter', query, off };
}
