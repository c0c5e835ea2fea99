import * as l10n from '@vscode/l10n';
import { css, html, nothing } from 'lit';
import type { FacetValue } from '../../src/protocol/answers/facets.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import { ticksTimeText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { recordedSpan } from '../chart/chartBuckets.ts';

/** What part of the log's time must lie before the first record of a value that is new: else all are that occur near its beginning. */
const before = 10n;

/** Values of at most so many records are rare, as in the example of `rare(operation, 3)`. */
const rareUpTo = 3;

export const valueMarkStyles = css`
  .mark {
    flex: none;
    align-self: center;
    margin-inline-start: 5px;
    padding: 0 4px;
    border: 1px solid var(--muted);
    border-radius: 3px;
    color: var(--muted);
    font-size: 10px;
    line-height: 14px;
  }
`;

/** Whether the value is new among the records shown, which are not all, or rare in the whole log. */
export function valueMarks(
  entry: FacetValue,
  isFiltered: boolean,
  { snapshot, settings }: Pick<ViewContext, 'snapshot' | 'settings'>,
): unknown {
  const { first, inLog } = entry;
  const isRare = inLog !== undefined && inLog <= rareUpTo;
  return html`${isFiltered && first && isNew(entry, snapshot) ? mark(l10n.t('new'), l10n.t('Not in the log before {0}', ticksTimeText(first, settings.timeZone))) : nothing}
  ${isRare ? mark(l10n.t('rare'), inLog === 1 ? l10n.t('1 record in the whole log') : l10n.t('{0} records in the whole log', inLog)) : nothing}`;
}

function isNew({ first, isFirst }: FacetValue, log: Snapshot): boolean {
  const span = recordedSpan(log);
  return (
    isFirst === true &&
    first !== undefined &&
    first !== null &&
    span !== undefined &&
    BigInt(first) - span.from >= (span.to - span.from) / before
  );
}

function mark(text: string, title: string): unknown {
  return html`<span class="mark" title=${title}>${text}<span class="hidden-visually">: ${title}</span></span>`;
}
