import * as vscode from 'vscode';
import { typedField } from '../../core/query/typedField.ts';
import { isObject, oneOf, text } from '../../protocol/guards.ts';
import type { LaneAct } from '../../protocol/viewMessages.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { pickField } from './pickField.ts';

const isName = text(1000);
const isKey = text(1_000_000);
const isSide = oneOf('right', 'below');

/** Stacks the histogram's bars by a field: `{ field }` where handed over, else the one that the user picks. */
export async function stackBy(view: TimelineView, argument: unknown): Promise<void> {
  const field = givenField(argument) ?? (await pickField(view, vscode.l10n.t('Stack the histogram by')));
  if (field !== undefined) {
    view.act({ act: 'stackBy', field });
  }
}

/** Makes lanes of the values of a field: `{ field }` where handed over, else the one that the user picks. */
export async function lanesBy(view: TimelineView, argument: unknown): Promise<void> {
  const field = givenField(argument) ?? (await pickField(view, vscode.l10n.t('Lanes by')));
  if (field !== undefined) {
    view.focus('lanes');
    view.act({ act: 'lanesBy', field });
  }
}

/** Adds a column to the list: of `{ field }` where handed over, else of the field that the user picks. */
export async function addColumn(view: TimelineView, argument: unknown): Promise<void> {
  const field = givenField(argument) ?? (await pickField(view, vscode.l10n.t('Add a column to the list')));
  if (field !== undefined) {
    view.act({ act: 'columns', change: { does: 'add', field } });
    view.focus('records');
  }
}

/** Removes a column of the list: of `{ field }` where handed over or said by the context menu, else the first one. */
export function removeColumn(view: TimelineView, argument: unknown): void {
  view.act({ act: 'columns', change: { does: 'remove', field: givenField(argument) ?? null } });
}

/** Moves a column of the list by one place: that of `{ field }` where handed over or said by the context menu, else the one that the user was on last. */
export function moveColumn(by: -1 | 1): (view: TimelineView, argument: unknown) => void {
  return (view, argument) => view.act({ act: 'columns', change: { does: 'move', field: givenField(argument) ?? null, by } });
}

/** Has the detail on a side of the list: on `{ side }` where handed over, `right` or `below`, else on the other one. */
export function moveDetail(view: TimelineView, argument: unknown): void {
  const side = isObject(argument) && isSide(argument['side']) ? argument['side'] : null;
  view.act({ act: 'detailSide', side });
}

/** Acts on a lane: that of the context menu, else the one that the keyboard is on. */
export function laneCommand(does: LaneAct): (view: TimelineView, argument: unknown) => void {
  return (view, argument) => {
    const key = isObject(argument) && isKey(argument['laneKey']) ? argument['laneKey'] : null;
    view.act({ act: 'lane', does, key });
  };
}

function givenField(argument: unknown): string | undefined {
  return isObject(argument) && isName(argument['field']) ? typedField(argument['field']) : undefined;
}
