import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { firstChoice } from '../lanes/laneChoice.ts';
import type { Layout, OwnLayout } from './savedState.ts';

const own: readonly (keyof OwnLayout)[] = ['order', 'lanes', 'scroll', 'laneChoice'];

/** How these pages are arranged at first: with what happened last, and with the states of targets. */
const first: Readonly<Record<'caller' | 'target' | 'value', Partial<OwnLayout>>> = {
  caller: { order: 'newest', lanes: true, laneChoice: { ...firstChoice, field: 'operation', innerField: 'instance' } },
  target: { order: 'newest', lanes: true },
  value: { order: 'newest', lanes: true },
};

/** Whether a page is about records on a time axis: all of them, or those of a caller, a target or another value. */
export function hasRecords(kind: ViewPage['kind']): boolean {
  return kind === 'records' || isOfSome(kind);
}

function isOfSome(kind: ViewPage['kind']): kind is 'caller' | 'target' | 'value' {
  return kind === 'caller' || kind === 'target' || kind === 'value';
}

/** The layout of a page: those of callers, of targets, and of other values have a part of it of their own. */
export function layoutOn(layout: Layout, kind: ViewPage['kind']): Layout {
  return isOfSome(kind) ? { ...layout, scroll: undefined, laneChoice: firstChoice, ...first[kind], ...layout[kind] } : layout;
}

/** What was changed on a page, as the layout keeps it. */
export function keptOn(layout: Layout, kind: ViewPage['kind'], changed: Partial<Layout>): Partial<Layout> {
  if (!isOfSome(kind)) {
    return changed;
  }
  const isOwn = (name: string): boolean => own.some((one) => one === name);
  const pick = (has: (name: string) => boolean): Partial<Layout> =>
    Object.fromEntries(Object.entries(changed).filter(([name]) => has(name)));
  return { ...pick((name) => !isOwn(name)), [kind]: { ...layout[kind], ...pick(isOwn) } };
}
