import type { ListColumn } from '../../src/protocol/answers/formats.ts';

/** Widths of the columns that the user has resized, in CSS pixels: by field, or by the name of a column of {@link ownWidths}. */
export type ColumnWidths = Readonly<Record<string, number>>;

/** What a user changes of the list's columns by its head. */
export interface ChangedColumns {
  /** The fields of the further columns, in order. */
  readonly columns?: readonly string[];
  readonly widths?: ColumnWidths;
}

/**
 * The columns that every list has beside the symbol and the sentence, with their first widths in CSS pixels. Their names are selectors
 * of their cells, which no field can have for a name. That of the time is in ems: here as it is in VS Code's font.
 */
export const ownWidths = { '.index': 52, '.time': 174, '.caller': 150, '.instance': 90, '.findings': 64 } as const;

/** The symbol, the padding of a row, and the gaps between the columns that every list has. CSS pixels. */
const besides = 14 + 2 * 12 + 6 * 8;
/** A further column and the gap before it. CSS pixels. */
const furtherWidth = 110;
const gap = 8;

/** What the sentence keeps before a column is given up that the user has chosen, and one that suits the records. CSS pixels. */
const sentenceBesideChosen = 116;
const sentenceBesideSuited = 266;

/** Below this width of the list a row has two lines, and its columns have the widths that suit that. CSS pixels. */
export const minWidthOfColumns = 760;

/** The further columns that a list has room for: the sentence gives way first, then they are given up from the last one on. */
export function columnsThatFit(
  columns: readonly ListColumn[],
  listWidth: number,
  widths: ColumnWidths,
  areChosen: boolean,
): readonly ListColumn[] {
  const isOwn = areChosen || Object.keys(widths).length > 0;
  let room = listWidth - besides - (isOwn ? sentenceBesideChosen : sentenceBesideSuited);
  for (const [name, width] of Object.entries(ownWidths)) {
    room -= widths[name] ?? width;
  }
  const end = columns.findIndex(({ field }) => (room -= gap + (widths[field] ?? furtherWidth)) < 0);
  return listWidth < minWidthOfColumns ? [] : end < 0 ? columns : columns.slice(0, end);
}

/** Custom properties for the style sheet, which says what each column has before. Columns get narrower where there is little room. */
export function columnStyle(columns: readonly ListColumn[], widths: ColumnWidths): string {
  const own = Object.keys(ownWidths).map((name) => (widths[name] ? `--${name.slice(1)}:minmax(40px,${widths[name]}px);` : ''));
  const further = columns.map(({ field }) => (widths[field] ? `minmax(40px,${widths[field]}px)` : `minmax(60px,${furtherWidth}px)`));
  return further.length === 0 ? own.join('') : `${own.join('')}--suited:${further.join(' ')}`;
}

/** Whether a value has the form of widths that a page could have kept. */
export function isColumnWidths(value: unknown): value is ColumnWidths {
  return typeof value === 'object' && value !== null && Object.values(value).every((width) => Number.isFinite(width) && width > 0);
}
