import * as l10n from '@vscode/l10n';
import { css, html, nothing } from 'lit';
import type { FacetValue } from '../../src/protocol/answers/facets.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { ticksTimeText } from '../base/format.ts';

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

/** Whether the value is new among the records shown, or rare in the whole log. */
export function valueMarks({ first, inLog, isFirst }: FacetValue, isFiltered: boolean, settings: ViewSettings): unknown {
  const isRare = inLog !== undefined && inLog <= rareUpTo;
  return html`${isFiltered && isFirst === true && first ? mark(l10n.t('new'), l10n.t('Not in the log before {0}', ticksTimeText(first, settings.timeZone))) : nothing}
  ${isRare ? mark(l10n.t('rare'), inLog === 1 ? l10n.t('1 record in the whole log') : l10n.t('{0} records in the whole log', inLog)) : nothing}`;
}

function mark(text: string, title: string): unknown {
  return html`<span class="mark" title=${title}>${text}<span class="hidden-visually">: ${title}</span></span>`;
}
