import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { Intent, ViewState } from '../../src/protocol/viewMessages.ts';

/** What the list of records will be of after an intent, as far as that can be told; undefined where that stays as it is. */
export function foreseenQuery(state: ViewState, intent: Intent): string | undefined {
  if (intent.kind !== 'filter' && intent.kind !== 'range') {
    return undefined;
  }
  const { range, ...others } = state;
  const coming = intent.range === undefined ? range : (intent.range ?? undefined);
  const query = intent.kind === 'filter' ? intent.query : state.query;
  const pinned = (intent.kind === 'filter' ? intent.pinned : undefined) ?? state.pinned ?? [];
  return pageQuery({ ...others, query, pinned, ...(coming && { range: coming }) });
}
