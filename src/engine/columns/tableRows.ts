import { byPart, recordColumns, type ColumnParts, type PartName } from './recordColumns.ts';
import type { ColumnKind, Column } from './columnKinds.ts';

/** Rows of a record table as plain data, which can be sent between threads. */
export interface TableRows {
  readonly count: number;
  readonly columns: ColumnParts;
}

type Kinds = { readonly [Name in PartName]: ColumnKind<Column<ColumnParts[Name]>, ColumnParts[Name]> };

/** How the parts of each column are handled. */
const kinds: Kinds = byPart<Kinds>((name) => (recordColumns as { readonly [Name in PartName]: { readonly kind: Kinds[Name] } })[name].kind);

/** The rows from `from` up to `to`. */
export function sliceRows({ columns }: TableRows, from: number, to: number): TableRows {
  return { count: to - from, columns: byPart<ColumnParts>((name) => kinds[name].slice(columns[name], from, to)) };
}

/** The memory of rows, which can be handed over to another thread. */
export function buffersOfRows({ columns }: TableRows): readonly ArrayBufferLike[] {
  const buffers = byPart<Readonly<Record<PartName, readonly ArrayBufferLike[]>>>((name) => kinds[name].buffers(columns[name]));
  return Object.values(buffers).flat();
}
