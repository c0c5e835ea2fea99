import type { ExportFormat } from '../protocol/exportFormats.ts';

/** The exports of the engine by their names here. */
const exported: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  ['ndjson', 'ndjson'],
  ['json', 'json'],
  ['csv', 'csv'],
  ['md', 'markdown'],
  ['parquet', 'parquet'],
]);

/** What `--format` may say of records: besides, `table` is for terminals, and `raw` is the bytes as they are. */
export const recordFormats: readonly string[] = [...exported.keys(), 'table', 'raw'];

/** The export of this name; undefined for what only the command line writes. */
export function exportFormatOf(name: string): ExportFormat | undefined {
  return exported.get(name);
}
