import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { fieldValuesOf, withFieldValues } from '../../core/query/editQuery.ts';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { identityTypes, labelRank } from '../../core/record/identities.ts';
import { fieldTitle } from '../../core/query/fieldTitle.ts';
import { resolveField } from '../../core/query/fields.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import { say } from '../../protocol/say.ts';
import type { Facets } from '../../protocol/answers/facets.ts';
import { groupCountsText } from '../base/countText.ts';
import { isObject, list, orNull, text } from '../../protocol/guards.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import type { LoadedValues, LoadProgress } from './loadedValues.ts';
import { pickValues } from './pickValues.ts';
import { readField } from './readField.ts';
import type { ValueItem } from './valueItem.ts';

/** What a pick list offers: values of one or more fields, each under a heading. */
export interface Choice {
  readonly title: string;
  readonly sections: readonly Section[];
  /** Set where values may have to be read from all records before they are counted. */
  readonly isRead?: true;
}

interface Section {
  readonly heading: string;
  /** The field whose values are listed and counted. */
  readonly listed: string;
  /** The field that is filtered by what is picked; several sections may share it, and then any of their values will do. */
  readonly filtered: string;
  /** What a value is called, where that is not the value itself. */
  readonly labelOf?: (value: string) => string;
}

const isValues = list(orNull(text(10_000)), 0, 10_000);

/** A list that nobody could read to its end; what is left out is said. */
const limit = 1000;

export function operationChoice(): Choice {
  return { title: vscode.l10n.t('Filter by operation'), sections: [same('', 'operation')] };
}

export function resultChoice(): Choice {
  return { title: vscode.l10n.t('Filter by result'), sections: [same('', 'result')] };
}

/** Identities by type, those that name a caller best first. Whatever is picked, any identity of a caller may match it. */
export function callerChoice(): Choice {
  const types = identityTypes.map(({ name }) => name).toSorted((left, right) => rankOf(left) - rankOf(right));
  return {
    title: vscode.l10n.t('Filter by caller'),
    sections: types.map((type) => ({ heading: type, listed: `caller.${type}`, filtered: 'caller' })),
  };
}

function rankOf(type: string): number {
  return labelRank(type) ?? Number.POSITIVE_INFINITY;
}

export function categoryChoice(): Choice {
  return { title: vscode.l10n.t('Filter by category'), sections: [same('', 'category')] };
}

/** Severities, and the codes that occur. */
export function findingChoice(): Choice {
  return { title: vscode.l10n.t('Filter by finding'), sections: [{ ...same('', 'finding'), labelOf: findingLabel }] };
}

function findingLabel(value: string): string {
  switch (value) {
    case 'error':
      return vscode.l10n.t('All errors');
    case 'warning':
      return vscode.l10n.t('All warnings');
    case 'information':
      return vscode.l10n.t('All notes');
    default:
      return `${say({ code: `findingTitle.${value}`, args: [] })} (${value})`;
  }
}

/** Filters by targets: by those of `{ field, values }` where handed over. */
export async function filterByTarget(view: TimelineView, argument: unknown): Promise<void> {
  await filterByValues(view, await targetChoice(view), argument);
}

/** Levels of the two trees of targets, the narrow ones first, and the kinds and levels that suit the formats of the log. */
async function targetChoice(view: TimelineView): Promise<Choice> {
  const { formats, titles } = await answerOf(view.session, 'formats', {}, view.signal);
  const own = targetSections();
  const known = new Set(own.map(({ listed }) => listed));
  const suited = formats.flatMap(({ facets }) => facets).filter((field) => field.startsWith('target.') && !known.has(field));
  const others = [...new Set(suited)].map((field) => {
    const ref = resolveField(field);
    const title = titles.find((one) => one.field === field)?.title ?? (ref === undefined ? field : fieldTitle(ref));
    return same(l10n.t(title), field);
  });
  return { title: vscode.l10n.t('Filter by target'), sections: [...own, ...others, same(vscode.l10n.t('All targets'), 'target')] };
}

function targetSections(): readonly Section[] {
  return [
    same(vscode.l10n.t('Attestation instance'), 'instance'),
    same(vscode.l10n.t('Resource group'), 'resourceGroup'),
    same(vscode.l10n.t('Subscription'), 'subscription'),
    same(vscode.l10n.t('Region'), 'region'),
    same(vscode.l10n.t('Role'), 'role'),
    same(vscode.l10n.t('Role instance'), 'roleInstance'),
    same(vscode.l10n.t('Environment'), 'target.Environment'),
  ];
}

function same(heading: string, field: string): Section {
  return { heading, listed: field, filtered: field };
}

/**
 * Filters the timeline by values: `{ values: […], field? }` where handed over (`field` for choices with several), else by
 * what the user picks from a list with counts. No values: any will do again.
 */
export async function filterByValues(view: TimelineView, choice: Choice, argument: unknown): Promise<void> {
  const { query } = view.state;
  const fields = [...new Set(choice.sections.map(({ filtered }) => filtered))];
  if (isObject(argument)) {
    const field = fields.find((name) => name === argument['field']) ?? fields[0];
    if (field !== undefined && isValues(argument['values'])) {
      await view.apply({ kind: 'filter', query: withFieldValues(query, field, argument['values']) });
    }
    return;
  }
  const queryOf = (picked: readonly ValueItem[]): string =>
    fields.reduce(
      (edited, field) =>
        withFieldValues(
          edited,
          field,
          picked.filter((item) => item.field === field).map(({ value }) => value),
        ),
      query,
    );
  const picked = await pickValues({
    title: choice.title,
    load: (progress) => load(view, choice, progress),
    onGrown: (listener) => view.session.onSnapshot(listener),
    preview: (items) => view.preview(items === undefined ? null : queryOf(items)),
  });
  if (picked !== undefined) {
    await view.apply({ kind: 'filter', query: queryOf(picked) });
  }
}

async function load(view: TimelineView, choice: Choice, progress: LoadProgress): Promise<LoadedValues | undefined> {
  const { query, ...shown } = view.state;
  const signal = AbortSignal.any([view.signal, progress.signal]);
  for (const { listed } of choice.isRead === true ? choice.sections : []) {
    await readField(view, listed, signal, progress.report);
  }
  const answers = await Promise.all(
    choice.sections.map(async (section): Promise<LoadedValues | undefined> => {
      // The values that are not chosen must have counts too: what the filter demands of this field is left aside.
      const others = pageQuery({ ...shown, query: withFieldValues(query, section.filtered, []) });
      const outcome = await view.session.request('facets', { query: others, field: section.listed, limit }, signal);
      return outcome.status === 'ok' ? itemsOf(section, outcome.answer, query) : undefined;
    }),
  );
  const sections = answers.filter((answer) => answer !== undefined);
  if (sections.length === 0) {
    return undefined;
  }
  return {
    items: sections.flatMap(({ items }) => items),
    distinct: sections.reduce((sum, { distinct }) => sum + distinct, 0),
    uncounted: sections.reduce((sum, { uncounted }) => sum + uncounted, 0),
  };
}

function itemsOf(section: Section, facets: Facets, query: string): LoadedValues {
  const chosen = new Set(fieldValuesOf(query, section.filtered).map((value) => value?.toLowerCase() ?? null));
  const isShared = section.listed !== section.filtered;
  // "Missing" of one type of identity says nothing of the caller, so it is offered for fields that stand for themselves.
  const values = facets.values.filter(({ value }) => value !== null || (!isShared && section.heading === ''));
  const items = values.map(({ value, count, groups }): ValueItem => ({
    label: value === null ? vscode.l10n.t('(none)') : (section.labelOf?.(value) ?? maskSecrets(value)),
    description: groupCountsText(count, groups),
    section: section.heading,
    field: section.filtered,
    value,
    picked: chosen.has(value?.toLowerCase() ?? null),
  }));
  return { items, distinct: facets.distinct - (facets.values.length - values.length), uncounted: facets.uncounted ?? 0 };
}
