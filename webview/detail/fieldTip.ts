import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldDescription } from '../../src/protocol/describe.ts';
import { explanationText, say } from '../../src/protocol/say.ts';
import { ticksTimeText } from '../base/format.ts';

/** What is known of a field and of this value: the same that a hover in the text shows. */
export function fieldTip(field: FieldDescription): TemplateResult {
  return html`
    <div class="tip-head"><b>${l10n.t(field.title)}</b> <span class="muted">${field.type}</span></div>
    ${field.documentation === '' ? nothing : html`<p>${l10n.t(field.documentation)}</p>`}
    ${field.inferred ? html`<p class="muted"><i>${l10n.t('This meaning is inferred; it is not officially documented.')}</i></p>` : nothing}
    ${field.explanation.map(
      (explanation) =>
        html`<p>
          <span class="muted">${say(explanation.label)}:</span>
          ${explanation.ticks !== undefined ? ticksTimeText(explanation.ticks, 'local') : explanationText(explanation)}
        </p>`,
    )}
    ${
      field.sourceLength > field.source.length
        ? html`<p class="muted">${l10n.t('shown {0} of {1} characters', field.source.length, field.sourceLength)}</p>`
        : nothing
    }
    <p class="muted mono">${field.pointer}</p>
  `;
}
