/**
 * The formats in which records are exported.
 *
 * - `ndjson`: a record on each line, its bytes unchanged but for breaks of lines and indentation between tokens.
 * - `json`: one array of them.
 * - `csv`, `markdown`: a table of fields for people.
 * - `parquet`: a table of all fields, and the records' own text, for engines.
 */
export const exportFormats = ['ndjson', 'json', 'csv', 'markdown', 'parquet'] as const;

export type ExportFormat = (typeof exportFormats)[number];
