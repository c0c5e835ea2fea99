import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../format.ts';
import { groupSymbol } from '../theme/symbols.ts';

/** A line of a list of values: name, a bar of its share with the failed part marked, and the numbers. */
export interface CountLine {
  readonly name: TemplateResult | string;
  readonly count: number;
  readonly failed: number;
  /** The count that fills the whole bar. */
  readonly most: number;
}

export const countBarStyles = css`
  .count-line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 76px minmax(36px, auto) 46px;
    gap: 8px;
    align-items: center;
    min-height: 22px;
  }
  .count-line .name {
    display: flex;
    min-width: 0;
  }
  .count-line .name button.link {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .track {
    display: flex;
    height: 7px;
    border-radius: 2px;
    overflow: hidden;
    background: var(--track);
    border: 1px solid var(--vscode-contrastBorder, transparent);
  }
  .track .good {
    background: var(--result-success);
  }
  .track .bad {
    background: repeating-linear-gradient(
      45deg,
      var(--result-failure) 0 2px,
      color-mix(in srgb, var(--result-failure) 55%, transparent) 2px 3px
    );
  }
`;

export function countLine({ name, count, failed, most }: CountLine, settings: ViewSettings): TemplateResult {
  const share = (part: number) => `width:${most === 0 ? 0 : (part / most) * 100}%${part > 0 ? ';min-width:2px' : ''}`;
  return html`<div class="count-line">
    <span class="name">${name}</span>
    <span class="track" aria-hidden="true"
      ><span class="good" .style=${share(count - failed)}></span><span class="bad" .style=${share(failed)}></span
    ></span>
    <span class="number">${numberText(count, settings)}</span>
    <span class="number" title=${l10n.t('failures and client errors')}>${failedCount(failed, settings)}</span>
  </div>`;
}

/** How many failed, with the shape of a failure; nothing where none did. */
export function failedCount(failed: number, settings: ViewSettings): unknown {
  return failed === 0
    ? nothing
    : html`${groupSymbol('failure')}<span class="hidden-visually">${l10n.t('failed')}</span> ${numberText(failed, settings)}`;
}
