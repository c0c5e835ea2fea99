import { type MarkupValue, markup, type Markup, noMarkup } from './markup.ts';

export interface TableColumn {
  readonly title: string;
  readonly kind?: 'number' | 'time';
}

/** The beginning of a table, up to its first row; {@link tableRow} and {@link tableEnd} go on. */
export function tableStart(caption: string, columns: readonly TableColumn[]): Markup {
  const heads = columns.map(({ title, kind }) => markup`<th scope="col"${classOf(kind)}>${title}</th>`);
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads}</tr></thead><tbody>
`;
}

export function tableRow(columns: readonly TableColumn[], cells: readonly MarkupValue[]): Markup {
  return markup`<tr>${cells.map((cell, at) => markup`<td${classOf(columns[at]?.kind)}>${cell}</td>`)}</tr>
`;
}

export const tableEnd = markup`</tbody></table></div>
`;

/** A whole table; nothing where it has no rows. */
export function table(caption: string, columns: readonly TableColumn[], rows: readonly (readonly MarkupValue[])[]): Markup {
  return rows.length === 0 ? noMarkup : markup`${tableStart(caption, columns)}${rows.map((cells) => tableRow(columns, cells))}${tableEnd}`;
}

function classOf(kind: TableColumn['kind']): Markup {
  return kind === undefined ? noMarkup : markup` class="${kind}"`;
}
