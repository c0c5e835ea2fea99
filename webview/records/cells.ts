import { html, nothing, type TemplateResult } from 'lit';
import { literalTerm } from '../../src/core/query/editQuery.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { cutName } from '../base/cutName.ts';

/** What the context menu of a cell filters by; what the row is for where there is no value, or records are selected together. */
export function cellMenu(
  { isOneOfSeveral }: { readonly isOneOfSeveral: boolean },
  field: string,
  value: string | null | undefined,
): unknown {
  return isOneOfSeveral || value === null || value === undefined || value === ''
    ? nothing
    : menuPlace({ auditLogPlace: 'record', field, fieldFilter: literalTerm(field, value) });
}

/** A name, which is cut in the middle where there is little room. */
export function nameCell(classes: string, name: string, title: string, menu: unknown): TemplateResult {
  return html`<span role="gridcell" class="${classes} cut-middle" title=${title} data-menu=${menu}>${cutName(name)}</span>`;
}
