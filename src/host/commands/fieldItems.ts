import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { builtInNames } from '../../core/formats/documentedNames.ts';
import { documentedFields, keysOfField, queryFields } from '../../core/query/fields.ts';
import { typedField } from '../../core/query/typedField.ts';
import { isUnseenKey } from '../../core/query/unseenField.ts';
import type { SeenFields } from '../../protocol/answers/fields.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../base/countText.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** A field to pick, not quoted; a heading has none. */
export interface FieldItem extends vscode.QuickPickItem {
  readonly field?: string;
}

/** What there is to pick from. */
export interface FieldList {
  readonly items: readonly FieldItem[];
  /** The keys that were seen in records; undefined where they are not known. */
  readonly seen: SeenFields | undefined;
}

export interface TypedFields {
  readonly items: readonly FieldItem[];
  /** The known one that the typed text names. */
  readonly named: FieldItem | undefined;
}

/** More keys than anybody reads to the end; a name that is typed need not be among them. */
const limit = 2000;

/** Fields that have too many values, or none that is one: what is in a record, and when it was. */
const unlisted: ReadonlySet<string> = new Set(['text', 'time', 'record', 'line']);

/** The fields of the filter language, the keys that records of the log have, and those that its formats document. */
export async function fieldItems(view: TimelineView, signal: AbortSignal): Promise<FieldList> {
  const [seenFields, formats] = await Promise.all([
    view.session.request('seenFields', { limit }, signal),
    view.session.request('facets', { query: '', field: 'format', limit }, signal),
  ]);
  const seen = seenFields.status === 'ok' ? seenFields.answer : undefined;
  const titles = new Map(builtInNames.all.map(({ name, title }) => [name, title]));
  const listed = new Set<string>();
  const own = queryFields
    .filter(({ name }) => !unlisted.has(name))
    .map(({ name }) => item(listed, name, [...keysOfField(name), say({ code: `query.field.${name}`, args: [] })].join(', ')));
  const keys = seen?.fields.filter(({ field }) => !listed.has(field)) ?? [];
  const looked = seen?.looked ?? 0;
  const seenItems = keys.map(({ field, records }) => {
    const share = vscode.l10n.t('in {0} of {1} records looked at', numberText(records), numberText(looked));
    const title = titles.get(field);
    return item(listed, field, title === undefined ? share : `${l10n.t(title)}, ${share}`);
  });
  const ids = formats.status === 'ok' ? formats.answer.values.map(({ value }) => value) : [];
  const documented = documentedFields()
    .filter(({ name, formats: of }) => !listed.has(name) && of.some((id) => ids.includes(id)))
    .map(({ name, title }) => item(listed, name, l10n.t(title)));
  const items = [
    heading(vscode.l10n.t('Fields of the filter language')),
    ...own,
    heading(keysHeading(seen)),
    ...seenItems,
    heading(vscode.l10n.t('Further documented keys')),
    ...documented,
  ];
  return { items, seen };
}

/**
 * What to offer once a name has been typed, which may be a key by another name than that of its field: the known field that it
 * names is shown whatever it is called, and a name of no known field is offered by itself.
 */
export function withTyped({ items, seen }: FieldList, typed: string): TypedFields {
  const field = typedField(typed);
  if (field === undefined) {
    return { items, named: undefined };
  }
  const known = items.find((one) => one.field === field);
  if (known !== undefined) {
    const named = { ...known, alwaysShow: true };
    return { items: items.map((one) => (one === known ? named : one)), named };
  }
  return { items: [...items, { label: field, description: typedDescription(field, seen), alwaysShow: true, field }], named: undefined };
}

function typedDescription(field: string, seen: SeenFields | undefined): string {
  const isAll = seen !== undefined && seen.distinct === seen.fields.length;
  return isAll &&
    isUnseenKey(
      field,
      seen.fields.map((one) => one.field),
    )
    ? vscode.l10n.t('as typed, in none of {0} records looked at', numberText(seen.looked))
    : vscode.l10n.t('as typed');
}

function item(listed: Set<string>, field: string, description: string): FieldItem {
  listed.add(field);
  return { label: field, description, field };
}

function heading(label: string): FieldItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function keysHeading(seen: SeenFields | undefined): string {
  return seen === undefined || seen.distinct === seen.fields.length
    ? vscode.l10n.t('Keys of the records')
    : vscode.l10n.t('Keys of the records: {0} of {1} shown', numberText(seen.fields.length), numberText(seen.distinct));
}
