import { html, nothing, type TemplateResult } from 'lit';
import { literalTerm } from '../../src/core/query/editQuery.ts';
import { menuPlace } from '../base/contextMenu.ts';

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

/** UTF-16 units of a name's end that are shown whatever room there is, of one that is so long that it tells more. */
const endLength = 6;
const longName = 16;

/** A name, whose end tells as much as its start: where there is little room it is cut in between. */
export function nameCell(classes: string, name: string, title: string, menu: unknown): TemplateResult {
  const split = name.length < longName ? name.length : name.length - endLength;
  return html`<span role="gridcell" class="${classes} cut name" title=${title} data-menu=${menu}
    ><span class="cut">${name.slice(0, split)}</span><span>${name.slice(split)}</span></span
  >`;
}
