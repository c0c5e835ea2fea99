import * as vscode from 'vscode';
import { parseQuery } from '../../core/query/parseQuery.ts';
import type { RecordDetail } from '../../protocol/answers/record.ts';
import type { Hover } from '../../protocol/answers/places.ts';
import { type Guarded, shape, text } from '../../protocol/guards.ts';
import { recordRef } from '../../protocol/reference.ts';
import { query } from '../../protocol/requests.ts';
import { isViewPage, type ViewPage } from '../../protocol/viewMessages.ts';
import { inertMarkdown } from './inertMarkdown.ts';

const address = text(100_000);

const isValuePlace = shape({ document: address, filter: query, record: recordRef });

/** A value of a record in a text document, as commands take it: the filter that finds it, and the record at hand. */
export type ValuePlace = Guarded<typeof isValuePlace>;

const isPagePlace = shape({ document: address, page: isViewPage });

/** A page of the timeline of a text document's log. */
export type PagePlace = Guarded<typeof isPagePlace>;

/** Whether an argument, which may come from anywhere, is a value with a filter that can be read. */
export function asValuePlace(argument: unknown): ValuePlace | undefined {
  return isValuePlace(argument) && parseQuery(argument.filter).ok ? argument : undefined;
}

export function asPagePlace(argument: unknown): PagePlace | undefined {
  return isPagePlace(argument) ? argument : undefined;
}

/** The commands that links in hovers may run; of others VS Code makes text. */
export const linkCommands: readonly string[] = ['auditLog.text.filterTimeline', 'auditLog.text.nextOccurrence', 'auditLog.text.openPage'];

/** Links to what can be done with a value; none for one that no filter finds. */
export function valueLinks(document: vscode.Uri, { field, record }: Hover, page: ViewPage | undefined): string {
  const { filter } = field;
  const place = filter === null ? undefined : { document: document.toString(), filter, record };
  const links = [
    place && commandLink(vscode.l10n.t('Filter Timeline'), 'auditLog.text.filterTimeline', place),
    place && commandLink(vscode.l10n.t('Next Occurrence'), 'auditLog.text.nextOccurrence', place),
    page && commandLink(pageTitle(page), 'auditLog.text.openPage', { document: document.toString(), page }),
  ];
  return links.filter((link) => link !== undefined).join(' · ');
}

function pageTitle({ kind }: ViewPage): string {
  return kind === 'caller' ? vscode.l10n.t('Open Caller') : vscode.l10n.t('Open Target');
}

/** Only letters and digits of the argument are left as they are: nothing of it ends the link, or is markup. */
function commandLink(title: string, command: string, argument: ValuePlace | PagePlace): string {
  const bytes = new TextEncoder().encode(JSON.stringify([argument]));
  const encoded = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
  });
  return `[${inertMarkdown(title)}](command:${command}?${encoded.join('')})`;
}

/** The page of the caller or target that a value names, as the record it is in says it; none for one that may give access. */
export function pageOf(
  { filter, text: value }: Hover['field'],
  { identities, aspects }: Pick<RecordDetail, 'identities' | 'aspects'>,
): ViewPage | undefined {
  if (filter === null || value === '') {
    return undefined;
  }
  const identity = identities.find((one) => one.value === value);
  if (identity !== undefined) {
    return { kind: 'caller', ...identity };
  }
  const targets = aspects.flatMap((aspect) => (aspect.kind === 'target' && aspect.filter !== null ? [aspect] : []));
  const target = targets.find((one) => one.filter === filter) ?? targets.find(({ path }) => path.at(-1)?.name === value);
  return target && { kind: 'target', path: target.path };
}
