import * as vscode from 'vscode';
import type { RecordRef } from '../../protocol/reference.ts';
import { integer, list, text } from '../timeline/guards.ts';

/** Documents that show one record of a log which has no text of its own. */
export const recordScheme = 'auditlog-record';

export interface RecordAddress {
  readonly log: vscode.Uri;
  readonly ref: RecordRef;
}

/** Its last part, which is what tabs show, tells the file and the number of the record. */
export function recordUri({ log, ref }: RecordAddress): vscode.Uri {
  return vscode.Uri.from({
    scheme: recordScheme,
    path: `${log.path} · record ${ref.index}.json`,
    query: JSON.stringify([log.toString(), String(ref.source), String(ref.index)]),
  });
}

const isQuery = list(text(100_000), 3, 3);
const isNumber = integer(0, Number.MAX_SAFE_INTEGER);

/** The record that a document shows; undefined for an address that is none of ours, as anybody can open any address. */
export function recordAddress(uri: vscode.Uri): RecordAddress | undefined {
  const parts = uri.scheme === recordScheme ? parsed(uri.query) : undefined;
  if (!isQuery(parts)) {
    return undefined;
  }
  const [log = '', source, index] = parts;
  const ref = { source: Number(source), index: Number(index) };
  return isNumber(ref.source) && isNumber(ref.index) ? { log: vscode.Uri.parse(log, true), ref } : undefined;
}

function parsed(query: string): unknown {
  try {
    return JSON.parse(query);
  } catch {
    return undefined;
  }
}
