import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { QueryError } from '../../src/core/query/queryError.ts';
import { say } from '../../src/protocol/say.ts';

/** Where and why a filter is wrong, and near names to replace a wrong one. */
export function errorText(text: string, error: QueryError, replace: (error: QueryError, name: string) => void): TemplateResult {
  const { start, end } = error.span;
  return html`<p>${l10n.t('Column {0}', start + 1)}: ${say(error.message)}</p>
    <pre class="mono" aria-hidden="true">
${text.slice(0, start)}<mark>${text.slice(start, Math.max(end, start + 1)) || ' '}</mark>${text.slice(Math.max(end, start + 1))}</pre>
    ${error.suggestions.map(
      (name) => html`<button class="link" @click=${() => replace(error, name)}>${l10n.t('Replace with {0}', name)}</button> `,
    )}`;
}
