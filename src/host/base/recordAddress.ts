import * as vscode from 'vscode';
import { integer, list, text } from '../../protocol/guards.ts';

/** Documents that show a part of a log which has no text of its own. */
export const recordScheme = 'auditlog-record';

/** Documents that are a side of a comparison of two records. */
export const comparedScheme = 'auditlog-compared';

export interface RecordAddress {
  readonly log: vscode.Uri;
  readonly source: number;
  /** Number of the record, or null for what belongs to no record. */
  readonly index: number | null;
}

/** Its last part, which is what tabs and Problems show, names the file and the number of the record. */
export function recordUri({ log, source, index }: RecordAddress): vscode.Uri {
  return vscode.Uri.from({
    scheme: recordScheme,
    path: `${log.path} · ${index === null ? 'outside of records.txt' : `record ${index}.json`}`,
    query: JSON.stringify([log.toString(), String(source), ...(index === null ? [] : [String(index)])]),
  });
}

const isQuery = list(text(100_000), 2, 3);
const isNumber = integer(0, Number.MAX_SAFE_INTEGER);

/** What a document shows; undefined for an address that is none of ours, as anybody can open any address. */
export function recordAddress(uri: vscode.Uri): RecordAddress | undefined {
  const parts = uri.scheme === recordScheme ? parsed(uri.query) : undefined;
  if (!isQuery(parts)) {
    return undefined;
  }
  const [log = '', source, record] = parts;
  const address = { source: Number(source), index: record === undefined ? null : Number(record) };
  const isOurs = isNumber(address.source) && (address.index === null || isNumber(address.index));
  return isOurs ? { log: vscode.Uri.parse(log, true), ...address } : undefined;
}

function parsed(query: string): unknown {
  try {
    return JSON.parse(query);
  } catch {
    return undefined;
  }
}
