import { html, type TemplateResult } from 'lit';
import { sourceTokens } from './sourceTokens.ts';

/** The text of a record, unchanged, with colours. */
export function sourceText(text: string): TemplateResult {
  return html`<pre class="source mono" tabindex="0">
${sourceTokens(text).map((token) => (token.kind === 'plain' ? token.text : html`<span class=${token.kind}>${token.text}</span>`))}</pre>`;
}
