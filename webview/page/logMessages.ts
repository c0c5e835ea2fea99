import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ViewContext } from '../base/viewContext.ts';

/** In place of the page until the host has said what it shows. */
export function openingMessage(): TemplateResult {
  return html`<div class="message" role="status">
    <al-progress-ring></al-progress-ring>
    <p>${l10n.t('Opening the log…')}</p>
  </div>`;
}

/** In place of the page of a log that has nothing to show: one sentence, and the way to its text. */
export function logMessage({ link }: ViewContext, text: string, role: 'alert' | 'status'): TemplateResult {
  return html`<div class="message" role=${role}>
    <p>${text}</p>
    <al-button @click=${() => link.intend({ kind: 'openSource', at: null })}>${l10n.t('Open as text')}</al-button>
  </div>`;
}
