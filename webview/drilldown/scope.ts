import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ViewState } from '../../src/protocol/viewMessages.ts';

/** Whether a filter, or a stretch of time, leaves out some of what a page is about. */
export function isNarrowed({ query, range }: Pick<ViewState, 'query' | 'range'>): boolean {
  return query.trim() !== '' || range !== undefined;
}

/** Which records figures are of, in words. */
export function scopeText(isUnderFilter: boolean): string {
  return isUnderFilter ? l10n.t('under the filter') : l10n.t('in the whole log');
}

/** The head of a section, which says which records its figures are of. */
export function scopedHead(title: string, isUnderFilter: boolean, more: unknown = ''): TemplateResult {
  return html`<h3>${title} <span class="scope muted">· ${scopeText(isUnderFilter)}</span> ${more}</h3>`;
}
