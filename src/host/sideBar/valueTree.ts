import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { literalTerm, fieldValuesOf } from '../../core/query/editQuery.ts';
import { excludedValuesOf, withoutValues } from '../../core/query/excludeValues.ts';
import { fieldTitle } from '../../core/query/fieldTitle.ts';
import { resolveField } from '../../core/query/fields.ts';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import { type ResultGroup, resultGroups } from '../../core/record/results.ts';
import type { GroupCounts } from '../../protocol/answers/answer.ts';
import type { FacetValue } from '../../protocol/answers/facets.ts';
import { groupCountsText, numberText } from '../base/countText.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import type { Branch, LoadNodes, SideBarNode } from './sideBarNode.ts';
import { shownText } from './sideBarNode.ts';

/** UTF-16 units. */
const longName = 20;

/** What the nodes of a field are: which page they have, so which commands. */
export type ValueKind = 'caller' | 'operation' | 'target';

/** The values of a field under the rest of the filter, the most frequent first. */
export function loadValues(view: TimelineView, field: string, kind: ValueKind): LoadNodes {
  return async (limit, signal) => {
    const { state } = view;
    // Values that are not chosen, or left out, have counts too: what the filter says of this field is left aside.
    const query = pageQuery({ ...state, query: withoutValues(state.query, field) });
    const { values, distinct, searching } = await answerOf(view.session, 'facets', { query, soFar: true, field, limit }, signal);
    const nodes = values.map((value) => valueNode(state.query, field, kind, value));
    return { nodes, total: distinct, isPartial: searching !== undefined };
  };
}

/** The levels that targets of the log are at, each with its values. */
export function loadTargets(view: TimelineView): LoadNodes {
  return async (_limit, signal) => {
    const { formats, titles } = await answerOf(view.session, 'formats', {}, signal);
    const suited = formats.flatMap(({ facets }) => facets).filter(isTargetField);
    const fields = [...new Set([...suited, 'instance', 'resourceGroup', 'subscription', 'target'])];
    const query = pageQuery(view.state);
    const levels = await Promise.all(
      fields.map(async (field): Promise<SideBarNode | undefined> => {
        const { values, distinct } = await answerOf(view.session, 'facets', { query, soFar: true, field, limit: 1 }, signal);
        const isEmpty = values.every(({ value }) => value === null) && distinct <= 1;
        const ref = resolveField(field);
        const title = titles.find((one) => one.field === field)?.title ?? (ref === undefined ? field : fieldTitle(ref));
        return isEmpty
          ? undefined
          : {
              id: `level ${field}`,
              label: field === 'target' ? vscode.l10n.t('All targets') : l10n.t(title),
              description: numberText(distinct),
              tooltip: vscode.l10n.t('{0}: {1} values', field, numberText(distinct)),
              context: 'level',
              icon: 'layers',
              isOpen: false,
              load: loadValues(view, field, 'target'),
            };
      }),
    );
    const nodes = levels.filter((level) => level !== undefined);
    return { nodes: nodes.map((node, index) => (index === 0 ? { ...node, isOpen: true } : node)), total: nodes.length } satisfies Branch;
  };
}

function isTargetField(field: string): boolean {
  return field.startsWith('target.') || ['instance', 'resourceGroup', 'subscription'].includes(field);
}

function valueNode(query: string, field: string, kind: ValueKind, { value, count, groups }: FacetValue): SideBarNode {
  const text = value === null ? vscode.l10n.t('(none)') : maskSecrets(value);
  const isChosen = fieldValuesOf(query, field).includes(value);
  const isLeftOut = excludedValuesOf(query, field).includes(value);
  const state = isChosen ? [vscode.l10n.t('shown')] : isLeftOut ? [vscode.l10n.t('left out')] : [];
  const counts = groupCountsText(count, groups);
  const { icon, color } = lookOf(groups);
  return {
    id: `${field} ${value === null ? 'null' : `=${value}`}`,
    label: kind === 'caller' ? shortName(shownText(text)) : shownText(text),
    description: [...state, ...shortCounts(count, groups)].join(' · '),
    tooltip: [shownText(text, 2000), counts, ...state].join('\n'),
    context: value === null ? 'value' : kind,
    spoken: [shownText(text), counts, ...state].join(', '),
    icon: isChosen ? 'filter-filled' : isLeftOut ? 'circle-slash' : icon,
    ...(isChosen || isLeftOut ? {} : { color }),
    command: { id: 'auditLog.value.toggle', argument: { field, value } },
    fieldFilter: literalTerm(field, value),
    field,
    value,
    ...pageOf(kind, field, value),
  };
}

/** What the commands that open a page need to know. */
function pageOf(kind: ValueKind, field: string, value: string | null): Pick<SideBarNode, 'type' | 'path'> {
  if (value === null || kind === 'operation') {
    return {};
  }
  return kind === 'caller' ? { type: '' } : { path: [{ level: levelOf(field), name: value }] };
}

/** A long id is cut in its middle, so that its count is in sight and ids can be told apart; the tip has all of it. */
function shortName(name: string): string {
  return name.length > longName && !/\s/.test(name) ? `${name.slice(0, longName - 8)}…${name.slice(-6)}` : name;
}

/** As pages name levels: those of resource ids by themselves, others by the type of the target. */
function levelOf(field: string): string {
  return field.replace(/^target\./, '');
}

/** The most frequent of the results decides. */
function lookOf(groups: GroupCounts): { readonly icon: string; readonly color: string } {
  const [group] = resultGroups.toSorted((left, right) => groups[right] - groups[left]);
  return { icon: icons[group ?? 'other'], color: `auditLog.result.${group ?? 'other'}` };
}

const icons: Readonly<Record<ResultGroup, string>> = {
  success: 'primitive-square',
  clientError: 'stop',
  failure: 'triangle-up',
  other: 'circle-large',
};

/** In signs, as there is little room: a triangle stands for failures wherever the timeline shows results, a hatched square for client errors. */
function shortCounts(count: number, { failure, clientError }: GroupCounts): readonly string[] {
  return [
    numberText(count),
    ...(failure === 0 ? [] : [`▲ ${numberText(failure)}`]),
    ...(clientError === 0 ? [] : [`▨ ${numberText(clientError)}`]),
  ];
}
