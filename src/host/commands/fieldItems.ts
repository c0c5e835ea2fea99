import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { builtInNames } from '../../core/formats/documentedNames.ts';
import { documentedFields, queryFields } from '../../core/query/fields.ts';
import { typedField } from '../../core/query/typedField.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../base/countText.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** A field to pick, not quoted; a heading has none. */
export interface FieldItem extends vscode.QuickPickItem {
  readonly field?: string;
}

/** More keys than anybody reads to the end; a name that is typed need not be among them. */
const limit = 2000;

/** Fields that have too many values, or none that is one: what is in a record, and when it was. */
const unlisted: ReadonlySet<string> = new Set(['text', 'time', 'record', 'line']);

/** The fields of the filter language, the keys that records of the log have, and those that its formats document. */
export async function fieldItems(view: TimelineView, signal: AbortSignal): Promise<readonly FieldItem[]> {
  const [seen, formats] = await Promise.all([
    view.session.request('seenFields', { limit }, signal),
    view.session.request('facets', { query: '', field: 'format', limit }, signal),
  ]);
  const titles = new Map(builtInNames.all.map(({ name, title }) => [name, title]));
  const listed = new Set<string>();
  const own = queryFields
    .filter(({ name }) => !unlisted.has(name))
    .map(({ name }) => item(listed, name, say({ code: `query.field.${name}`, args: [] })));
  const keys = seen.status === 'ok' ? seen.answer.fields.filter(({ field }) => !listed.has(field)) : [];
  const looked = seen.status === 'ok' ? seen.answer.looked : 0;
  const seenItems = keys.map(({ field, records }) => {
    const share = vscode.l10n.t('in {0} of {1} records looked at', numberText(records), numberText(looked));
    const title = titles.get(field);
    return item(listed, field, title === undefined ? share : `${l10n.t(title)}, ${share}`);
  });
  const ids = formats.status === 'ok' ? formats.answer.values.map(({ value }) => value) : [];
  const documented = documentedFields()
    .filter(({ name, formats: of }) => !listed.has(name) && of.some((id) => ids.includes(id)))
    .map(({ name, title }) => item(listed, name, l10n.t(title)));
  return [
    heading(vscode.l10n.t('Fields of the filter language')),
    ...own,
    heading(keysHeading(seen.status === 'ok' ? seen.answer : undefined)),
    ...seenItems,
    heading(vscode.l10n.t('Further documented keys')),
    ...documented,
  ];
}

/** What was typed, where it is none of the known fields. */
export function typedItem(typed: string, known: readonly FieldItem[]): readonly FieldItem[] {
  const field = typedField(typed);
  return field === undefined || known.some((one) => one.field === field)
    ? []
    : [{ label: field, description: vscode.l10n.t('as typed'), alwaysShow: true, field }];
}

function item(listed: Set<string>, field: string, description: string): FieldItem {
  listed.add(field);
  return { label: field, description, field };
}

function heading(label: string): FieldItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function keysHeading(seen: { readonly fields: readonly unknown[]; readonly distinct: number } | undefined): string {
  return seen === undefined || seen.distinct === seen.fields.length
    ? vscode.l10n.t('Keys of the records')
    : vscode.l10n.t('Keys of the records: {0} of {1} shown', numberText(seen.fields.length), numberText(seen.distinct));
}
