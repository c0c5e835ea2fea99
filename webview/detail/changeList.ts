import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { ChangedValue } from '../../src/protocol/describe.ts';
import type { RecordDetail } from '../../src/protocol/answers/record.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';

/** Values longer than this scroll in a box of their own. */
const longText = 500;

/** What a record says was changed: the name of each thing, and its value before and after. Text nodes only. */
export function changeList({ changes, changesTotal }: RecordDetail, settings: ViewSettings): TemplateResult {
  return html`<h3>${l10n.t('Changes')}</h3>
    <dl class="changes">
      ${changes.map(
        ({ name, before, after }) =>
          html`<dt class="muted break"><bdi>${visibleText(name)}</bdi></dt>
            <dd>${value(before)} <span class="muted" role="img" aria-label=${l10n.t('changed to')}>→</span> ${value(after)}</dd>`,
      )}
    </dl>
    ${
      changes.length < changesTotal
        ? html`<p class="muted">${l10n.t('{0} of {1} shown', numberText(changes.length, settings), numberText(changesTotal, settings))}</p>`
        : nothing
    }`;
}

function value(shown: ChangedValue | null): TemplateResult {
  if (shown === null) {
    return html`<i class="muted">${l10n.t('not given')}</i>`;
  }
  const isLong = shown.text.length > longText;
  return html`<bdi class="changed mono ${isLong ? 'long' : ''}" tabindex=${isLong ? 0 : nothing}
    >${visibleText(shown.text)}${shown.isCut ? '…' : ''}</bdi
  >`;
}

export const changeListStyles = css`
  .changes {
    display: grid;
    grid-template-columns: 132px minmax(0, 1fr);
    gap: 1px 8px;
    margin: 0;
  }
  .changes dd {
    margin: 0;
  }
  .changed {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .changed.long {
    display: block;
    max-height: 16em;
    overflow: auto;
  }
`;
