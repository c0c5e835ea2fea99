import type { ExportFormat } from '../../protocol/exportFormats.ts';

/** The ends of names of files in a format, the usual one first. */
export const extensions: Readonly<Record<ExportFormat, readonly [string, ...string[]]>> = {
  ndjson: ['ndjson', 'jsonl', 'log'],
  json: ['json'],
  csv: ['csv'],
  markdown: ['md'],
  parquet: ['parquet'],
};

/** The name that is proposed for records of a log. JSON gets one that opens in the timeline. */
export function exportName(log: string, format: ExportFormat): string {
  const [extension] = extensions[format];
  const isLog = format === 'ndjson' || format === 'json';
  return `${logBaseName(log)}-records.${isLog ? 'audit.' : ''}${extension}`;
}

/** The name of a log without what says that it is one. */
export function logBaseName(log: string): string {
  return log.replace(/(?<=.)(?:\.audit)?(?:\.(?:json|jsonl|ndjson|log))?(?:\.gz)?$/i, '');
}
