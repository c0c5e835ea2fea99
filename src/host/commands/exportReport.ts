import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { ticksFromUnixMilliseconds } from '../../core/record/ticks.ts';
import { timeText } from '../../core/record/timeText.ts';
import { isObject, text } from '../../protocol/guards.ts';
import type { ListRows } from '../../protocol/viewMessages.ts';
import { zoneName } from '../../protocol/zoneName.ts';
import { numberText } from '../base/countText.ts';
import { settings } from '../base/settings.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { logBaseName } from '../export/exportName.ts';
import { reportTo } from '../export/reportTo.ts';
import type { CommandContext } from './commandContext.ts';
import { nameOf, pickTarget, targetOf } from './pickTarget.ts';
import { writeFile } from './writeFile.ts';

const isQuestion = text(1000);
/** Records that are listed where none are selected. */
const usualRecords = 100;

type Records = ListRows | number;

/**
 * Writes a report on what the timeline shows, by its filter, time range and page, as an HTML page: `{ question, target }` where handed
 * over, else as the user says. It lists the selected records if there are several, else the first that the filter finds.
 */
export async function exportReport(
  context: Pick<CommandContext, 'platform' | 'timelines'>,
  view: TimelineView,
  argument: unknown,
): Promise<void> {
  const given = isObject(argument) ? argument : {};
  const chosen = chosenOf(view);
  const records = chosen === undefined ? usualRecords : await pickRecords(chosen);
  const question = records === undefined ? undefined : isQuestion(given['question']) ? given['question'] : await askQuestion();
  const target = question === undefined ? undefined : (targetOf(view.uri, given['target']) ?? (await pickReport(view.uri)));
  if (records === undefined || question === undefined || target === undefined) {
    return;
  }
  const { zone } = settings.timeZone();
  const options = {
    question: question.trim(),
    query: pageQuery(view.state),
    span: view.viewport ?? view.state.range,
    records,
    zone,
    locale: vscode.env.language,
    madeAt: `${timeText(ticksFromUnixMilliseconds(Date.now()), zone).slice(0, 19)} (${zoneName(zone)})`,
  };
  await writeFile(context, view, {
    target,
    title: vscode.l10n.t('Writing the report'),
    canBeOpened: true,
    make: (writer, signal, report) => reportTo(writer, view.session, options, signal, report),
  });
}

/** The records that are selected, unless the list has changed since. */
function chosenOf({ chosen, session }: TimelineView): ListRows | undefined {
  const now = session.snapshot;
  const isSame = chosen?.reading === now?.reading && (chosen?.snapshot === null || chosen?.snapshot === now?.snapshot);
  return isSame ? chosen : undefined;
}

async function pickRecords(chosen: ListRows): Promise<Records | undefined> {
  const count = chosen.ranges.reduce((sum, [first, end]) => sum + end - first, 0);
  const items: readonly (vscode.QuickPickItem & { readonly records: Records })[] = [
    { label: vscode.l10n.t('The {0} selected records', numberText(count)), records: chosen },
    { label: vscode.l10n.t('The first {0} records that the filter finds', numberText(usualRecords)), records: usualRecords },
  ];
  const title = vscode.l10n.t('Records that the report lists');
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.records;
}

function askQuestion(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Export Report'),
    prompt: vscode.l10n.t('The question that the report answers, which becomes its title. It may stay empty.'),
    placeHolder: vscode.l10n.t('Who changed the policy on 23 November?'),
    ignoreFocusOut: true,
  });
}

function pickReport(log: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = `${logBaseName(nameOf(log))}-report.html`;
  return pickTarget(log, { title: vscode.l10n.t('Export Report'), name, kind: 'HTML', extensions: ['html'] });
}
