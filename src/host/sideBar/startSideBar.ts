import * as vscode from 'vscode';
import type { AuditLogApi } from '../base/api.ts';
import type { Timelines } from '../editor/timelines.ts';
import type { LogTexts } from '../languageFeatures/logTexts.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { SideBar } from './sideBar.ts';
import type { SideBarNode } from './sideBarNode.ts';
import { TimelineStatus } from './timelineStatus.ts';

/** The side bar and the status bar of timelines. Neither is there before the first log is. */
export interface StartedSideBar extends Disposable, Pick<AuditLogApi, 'sideBar' | 'statusBar'> {}

interface MoreArgument {
  readonly view: string;
  readonly parent: SideBarNode | undefined;
}

/** Shows the side bar as soon as a timeline is open or a text is recognised, and keeps the context keys by which views come and go. */
export function startSideBar(timelines: Timelines, texts: LogTexts): StartedSideBar {
  const owned = new Disposables();
  let sideBar: SideBar | undefined;
  let status: TimelineStatus | undefined;
  let keys = '';
  const update = (): void => {
    const hasTimeline = timelines.current !== undefined;
    const hasLog = hasTimeline || !texts.isEmpty;
    if (hasLog && sideBar === undefined) {
      sideBar = owned.add(new SideBar(timelines));
      status = owned.add(new TimelineStatus(timelines));
    }
    if (keys !== `${hasTimeline} ${hasLog}`) {
      keys = `${hasTimeline} ${hasLog}`;
      void vscode.commands.executeCommand('setContext', 'auditLog.hasTimeline', hasTimeline);
      void vscode.commands.executeCommand('setContext', 'auditLog.hasLog', hasLog);
    }
  };
  owned.add(timelines.onDidChange(update));
  owned.add(texts.onDidChange(update));
  owned.add(
    vscode.commands.registerCommand('auditLog.sideBar.showMore', ({ view, parent }: MoreArgument) => sideBar?.showMore(view, parent)),
  );
  update();
  return {
    sideBar: (tree, ...path) => sideBar?.items(tree, ...path) ?? Promise.resolve([]),
    statusBar: () => status?.texts ?? [],
    dispose: () => owned.dispose(),
  };
}
