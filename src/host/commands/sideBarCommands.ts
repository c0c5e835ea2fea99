import * as vscode from 'vscode';
import { andTerm, fieldValuesOf } from '../../core/query/editQuery.ts';
import { withoutValues, withOnlyValue } from '../../core/query/excludeValues.ts';
import { resolveField } from '../../core/query/fields.ts';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { gapSpan } from '../../core/timeline/gapSpan.ts';
import { spanAround } from '../../core/timeline/spanAround.ts';
import { textOfSpan } from '../../core/timeline/spanText.ts';
import { isObject, orNull, shape, text } from '../../protocol/guards.ts';
import { recordRef, type RecordRef, ticksText } from '../../protocol/reference.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import type { ViewCommand } from './commandContext.ts';
import { showRecord } from './showRecord.ts';

const isValue = shape({ field: text(1000), value: orNull(text(1_000_000)) });
const isTerm = text(100_000);
const isRecord = shape({ record: recordRef });
const isGap = shape({ after: recordRef, fromTicks: orNull(ticksText), toTicks: orNull(ticksText) });

/** What a click in the side bar does, and its menus. By the ids of package.json. */
export const sideBarCommands: Readonly<Record<string, ViewCommand>> = {
  'auditLog.value.toggle': toggleValue,
  'auditLog.value.next': nextWithValue,
  'auditLog.finding.show': showFinding,
  'auditLog.gap.show': showGap,
};

/** Shows only the records with a value of a field, `{ field, value }`; all again where that is what the filter demands already. */
async function toggleValue(view: TimelineView, argument: unknown): Promise<void> {
  if (isValue(argument) && resolveField(argument.field) !== undefined) {
    const { field, value } = argument;
    const { query } = view.state;
    const demanded = fieldValuesOf(query, field);
    const isAlone = demanded.length === 1 && demanded[0] === value;
    await view.apply({ kind: 'filter', query: isAlone ? withoutValues(query, field) : withOnlyValue(query, field, value) });
  }
}

/** Selects the next record that a term finds, `{ fieldFilter }`, after the selected one in the order of time, else the first. */
async function nextWithValue(view: TimelineView, argument: unknown): Promise<void> {
  if (!isObject(argument) || !isTerm(argument['fieldFilter'])) {
    return;
  }
  const query = andTerm(pageQuery(view.state), argument['fieldFilter']);
  const { selected } = view.state;
  const after =
    selected === null ? null : (await answerOf(view.session, 'neighbour', { ref: selected, direction: 'next', query }, view.signal)).record;
  const record = after ?? (await firstOf(view, query));
  if (record === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The filter hides all records with this value.'));
  } else {
    await showRecord(view, record);
  }
}

async function firstOf(view: TimelineView, query: string): Promise<RecordRef | undefined> {
  const { rows } = await answerOf(view.session, 'page', { query, order: 'oldest', from: { at: 0 }, count: 1 }, view.signal);
  return rows[0]?.ref;
}

/** Shows the record of a finding, `{ record }`. */
async function showFinding(view: TimelineView, argument: unknown): Promise<void> {
  if (isRecord(argument)) {
    await showRecord(view, argument.record);
  }
}

/** Zooms to the time around a gap and selects the record after it: `{ after, fromTicks, toTicks }`. */
async function showGap(view: TimelineView, argument: unknown): Promise<void> {
  if (isGap(argument)) {
    const span = gapSpan(argument);
    await view.apply({ kind: 'open', page: { kind: 'records' } });
    if (span !== undefined) {
      await view.apply({ kind: 'viewport', viewport: textOfSpan(spanAround(span)) });
    }
    await showRecord(view, argument.after);
  }
}
