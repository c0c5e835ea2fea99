import * as vscode from 'vscode';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { isSourcePlace, type SourcePlace } from '../../protocol/viewMessages.ts';
import type { Timelines } from '../editor/timelines.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import type { CommandContext, ViewCommand } from './commandContext.ts';
import { compareExcerpts } from './compareExcerpts.ts';
import { compareAsText } from './compareRecords.ts';
import { exportRecords } from './exportRecords.ts';
import { exportReport } from './exportReport.ts';
import { openDocumentation } from './findingCommands.ts';
import { filterCommands } from './filterCommands.ts';
import { focusCommands } from './focusCommands.ts';
import { findingFixCommands } from './findingFixCommands.ts';
import { openCaller, openTarget } from './openProfile.ts';
import { linkZoom } from './linkZoom.ts';
import { openSample, type SampleName } from './openSample.ts';
import { openExcerpt } from './openExcerpt.ts';
import { openValue } from './openValue.ts';
import { openTimeline } from './openTimeline.ts';
import { recordCommands } from './recordCommands.ts';
import { saveRedactedCopy } from './saveRedactedCopy.ts';
import { sideBarCommands } from './sideBarCommands.ts';
import { runCommand } from './runCommand.ts';
import { pageCommands } from './pageCommands.ts';
import { timeCommands } from './timeCommands.ts';
import { textCommands } from './textCommands.ts';
import { copyViewLink, openViewLink } from './viewLinks.ts';

type Command = (argument: unknown) => Promise<void> | void;

/** Registers every command of package.json. Each takes an argument, so that users can bind keys to the ones they need. */
export function registerCommands(context: CommandContext): Disposable {
  const commands: Readonly<Record<string, Command>> = {
    ...Object.fromEntries(
      Object.entries({
        ...recordCommands,
        ...focusCommands,
        ...sideBarCommands,
        ...timeCommands,
        ...pageCommands,
        ...filterCommands(context.recent),
      }).map(([id, command]) => [id, onView(command)]),
    ),
    ...Object.fromEntries(Object.entries(textCommands).map(([id, command]) => [id, (argument: unknown) => command(context, argument)])),
    ...findingFixCommands,
    'auditLog.timeline.open': (uri) => openTimeline(context, uri),
    'auditLog.record.goToTimeline': (uri) => openTimeline(context, uri),
    // Of all timelines, so that it needs none.
    'auditLog.filter.clearHistory': () => context.recent.clear(),
    'auditLog.source.open': onView((view, argument) => view.apply({ kind: 'openSource', at: placeOf(view, argument) })),
    'auditLog.record.compareAsText': onView((view, argument) => compareAsText(view, argument, context.comparedTexts)),
    'auditLog.records.export': onView((view, argument) => exportRecords(context, view, argument)),
    'auditLog.records.openExcerpt': (argument) => openExcerpt(context, argument),
    'auditLog.excerpt.compare': compareExcerpts,
    'auditLog.report.export': onView((view, argument) => exportReport(context, view, argument)),
    'auditLog.log.redact': onView((view, argument) => saveRedactedCopy(context, view, argument)),
    'auditLog.field.add': onView(async (view) => {
      await view.apply({ kind: 'open', page: { kind: 'records' } });
      view.focus('fields');
    }),
    'auditLog.time.unlinkZoom': () => context.timelines.zoomLink.unlink(),
    'auditLog.time.linkZoom': onView((view) => linkZoom(context.timelines, view)),
    'auditLog.search.stop': onView((view) => view.search('stop')),
    'auditLog.search.continue': onView((view) => view.search('resume')),
    'auditLog.findings.show': onView((view) => view.apply({ kind: 'open', page: { kind: 'findings' } })),
    'auditLog.finding.openDocumentation': onView(openDocumentation(context.extensionUri)),
    'auditLog.coverage.show': onView((view) => view.apply({ kind: 'open', page: { kind: 'coverage' } })),
    'auditLog.caller.open': onView(openCaller),
    'auditLog.target.open': onView(openTarget),
    'auditLog.value.open': onView(openValue),
    'auditLog.history.back': onView((view) => view.apply({ kind: 'back' })),
    'auditLog.history.forward': onView((view) => view.apply({ kind: 'forward' })),
    'auditLog.view.reset': onView((view, argument) => resetView(context.timelines, view, argument)),
    'auditLog.view.copyLink': onView((view) => copyViewLink(view, context.extensionId)),
    'auditLog.view.openLink': (argument) => openViewLink(context.timelines, argument),
    'auditLog.log.show': () => context.log.show(),
    'auditLog.sample.open': (argument) => openSample(context, argument),
    'auditLog.sample.openCloudTrail': sample('cloudtrail'),
    'auditLog.sample.openKubernetes': sample('kubernetes'),
    'auditLog.sample.openMicrosoft365': sample('m365'),
    'auditLog.sample.openAzureActivity': sample('azure-activity'),
  };

  function sample(name: SampleName): Command {
    return () => openSample(context, name);
  }

  function onView(command: ViewCommand): Command {
    return async (argument) => {
      const view = context.timelines.current;
      if (view === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open an audit log in the timeline first.'));
      } else {
        await command(view, argument);
      }
    };
  }

  const owned = new Disposables();
  for (const [id, command] of Object.entries(commands)) {
    owned.add(vscode.commands.registerCommand(id, (argument: unknown) => runCommand(id, () => command(argument), context.log)));
  }
  return owned;
}

/** `{ record }` or `{ finding }` where handed over, else the selected record, else just the text. */
function placeOf({ state: { selected } }: TimelineView, argument: unknown): SourcePlace | null {
  if (isSourcePlace(argument)) {
    return argument;
  }
  return selected === null ? null : { record: selected };
}

/** Resets the timeline of the log whose address is handed over, else the active one. */
function resetView(timelines: Timelines, active: TimelineView, argument: unknown): void {
  (argument instanceof vscode.Uri ? timelines.of(argument.toString()) : active)?.reset();
}
