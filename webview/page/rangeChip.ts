import * as l10n from '@vscode/l10n';
import { css, html, nothing } from 'lit';
import { spanOfText } from '../../src/core/timeline/spanText.ts';
import { spanText } from '../base/format.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';

export const rangeChipStyles = css`
  .range {
    display: flex;
    align-items: center;
    gap: 2px;
    min-width: 0;
    padding: 0 2px 0 9px;
    color: var(--vscode-badge-foreground);
    background: var(--vscode-badge-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 11px;
    font-variant-numeric: tabular-nums;
  }
  .range button.icon {
    color: inherit;
  }
`;

/** The stretch of time beside the filter, and the way out of it; nothing where none is chosen. */
export function rangeChip({ link, view, settings }: ViewContext): unknown {
  const span = view.state.range && spanOfText(view.state.range);
  if (span === undefined) {
    return nothing;
  }
  const text = spanText(span, settings.timeZone);
  return html`<span class="range" role="group" aria-label=${l10n.t('Stretch of time')}>
    <span class="cut" title=${text}>${text}</span>
    <button
      class="icon"
      title=${l10n.t('Show all times')}
      aria-label=${l10n.t('Show all times')}
      @click=${() => link.intend({ kind: 'range', range: null })}
    >
      ${icon('clear')}
    </button>
  </span>`;
}
