import * as vscode from 'vscode';
import { isObject, text } from '../../protocol/guards.ts';
import { visibleText } from '../../protocol/visibleText.ts';
import { asExcerptChoice, type ExcerptChoice, excerptData } from './excerptChoice.ts';
import { comparedScheme, recordScheme } from './recordAddress.ts';

/** Documents that show some records of a log, pretty-printed. */
export const excerptScheme = 'auditlog-excerpt';

/** All that an excerpt is made from: a window that is reloaded has nothing else. */
export interface ExcerptAddress {
  readonly log: vscode.Uri;
  readonly choice: ExcerptChoice;
}

/** A longer filter is cut in the name of a tab. UTF-16 units. */
const maxName = 40;

const isAddress = text(100_000);

/** Its last part, which is what tabs show, names the file and the records. */
export function excerptUri({ log, choice }: ExcerptAddress): vscode.Uri {
  return vscode.Uri.from({
    scheme: excerptScheme,
    path: `${log.path} · ${nameOf(choice)}.jsonl`,
    query: JSON.stringify({ log: log.toString(), ...excerptData(choice) }),
  });
}

/** What a document shows; undefined for an address that is none of ours, as anybody can open any address. */
export function excerptAddress(uri: vscode.Uri): ExcerptAddress | undefined {
  const data = uri.scheme === excerptScheme ? parsed(uri.query) : undefined;
  const choice = asExcerptChoice(data);
  if (choice === undefined || !isObject(data) || !isAddress(data['log'])) {
    return undefined;
  }
  const log = vscode.Uri.parse(data['log'], true);
  return [excerptScheme, recordScheme, comparedScheme].includes(log.scheme) ? undefined : { log, choice };
}

function nameOf(choice: ExcerptChoice): string {
  if (choice.kind === 'filter') {
    const name = visibleText(choice.query.trim()).replaceAll(/[/\\\s]+/g, ' ');
    return name === '' ? 'records' : name.length > maxName ? `${name.slice(0, maxName - 1)}…` : name;
  }
  const [[, first, last] = [0, 0, 0]] = choice.runs;
  return choice.total === 1 ? `record ${first}` : choice.runs.length === 1 ? `records ${first} to ${last}` : `${choice.total} records`;
}

function parsed(query: string): unknown {
  try {
    return JSON.parse(query);
  } catch {
    return undefined;
  }
}
