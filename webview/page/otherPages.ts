import { html } from 'lit';
import type { ViewContext } from '../base/viewContext.ts';

/** A page without a time axis. Its elements have to be loaded. */
export function otherPage(kind: 'findings' | 'coverage', context: ViewContext): unknown {
  return kind === 'findings'
    ? html`<audit-log-findings .context=${context}></audit-log-findings>`
    : html`<audit-log-coverage .context=${context}></audit-log-coverage>`;
}
