import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { AuditLogApi } from './base/api.ts';
import { openTimeline } from './commands/openTimeline.ts';
import { openLinkedView } from './commands/viewLinks.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { EngineClient } from './engine/engineClient.ts';
import { reportGivenUp } from './engine/reportGivenUp.ts';
import { Disposables } from './lifetime/disposables.ts';
import type { Platform } from './engine/platform.ts';
import { SchemaProblems } from './schemas/schemaProblems.ts';
import { LogSessions } from './sessions/logSessions.ts';
import { LogProblems } from './validation/logProblems.ts';
import { RecordProblems } from './validation/recordProblems.ts';
import { ComparedTexts } from './recordDocuments/comparedTexts.ts';
import { Excerpts } from './recordDocuments/excerpts.ts';
import { RecordDocuments } from './recordDocuments/recordDocuments.ts';
import { LogTexts } from './languageFeatures/logTexts.ts';
import { RecognisedDocuments } from './languageFeatures/recognisedDocuments.ts';
import { ResultMarks } from './languageFeatures/resultMarks.ts';
import { registerTextFeatures } from './languageFeatures/textFeatures.ts';
import { followRecordDocuments } from './editor/followRecordDocuments.ts';
import { KeepInStep } from './editor/keepInStep.ts';
import { openAtStart } from './editor/openAtStart.ts';
import { RecentFilters } from './editor/recentFilters.ts';
import { reportTimeZone } from './editor/reportTimeZone.ts';
import { TimelineEditor } from './editor/timelineEditor.ts';
import { Timelines } from './editor/timelines.ts';
import { ViewMemory } from './editor/viewMemory.ts';
import { startSideBar } from './sideBar/startSideBar.ts';
import { WalkthroughProgress } from './walkthrough/walkthroughProgress.ts';

/** Puts the extension together, the same way on every platform. Starts no engine: the first log does. */
export function compose(context: vscode.ExtensionContext, platform: Platform): AuditLogApi {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const { extensionUri } = context;
  const extensionId = context.extension.id;
  const owned = new Disposables();
  context.subscriptions.push(owned);

  const log = owned.add(vscode.window.createOutputChannel('Audit Log', { log: true }));
  const client = owned.add(
    new EngineClient({
      startWorker: platform.startWorker,
      log,
      now: () => performance.now(),
      onGivenUp: (reason) => void reportGivenUp(reason, log),
    }),
  );
  const schemaProblems = owned.add(new SchemaProblems(extensionUri));
  const sessions = owned.add(new LogSessions(client, platform, schemaProblems));
  const texts = new LogTexts();
  const changed = (): void => texts.changed();
  const recordProblems = owned.add(new RecordProblems());
  const problems = owned.add(new LogProblems(extensionUri, recordProblems));
  const recordDocuments = owned.add(new RecordDocuments({ sessions, problems, recordProblems, extensionUri, changed }));
  const comparedTexts = owned.add(new ComparedTexts(sessions, changed));
  const excerpts = owned.add(new Excerpts({ sessions, recordProblems, extensionUri, changed }));
  const timelines = new Timelines((isLinked) => void vscode.commands.executeCommand('setContext', 'auditLog.zoomLinked', isLinked));
  const progress = owned.add(new WalkthroughProgress(extensionUri));
  const memory = owned.add(new ViewMemory(context.workspaceState));
  const recent = new RecentFilters(context.workspaceState);
  const inStep = owned.add(new KeepInStep(timelines));
  const shared = { extensionUri, recordDocuments, excerpts, timelines, recent, log };
  owned.add(new TimelineEditor({ ...shared, sessions, problems, memory, progress, inStep }).register());
  const resultMarks = owned.add(new ResultMarks(texts));
  owned.add(registerCommands({ ...shared, platform, texts, comparedTexts, resultMarks, extensionId }));
  owned.add(vscode.window.registerUriHandler({ handleUri: (uri) => openLinkedView(timelines, uri) }));
  owned.add(followRecordDocuments(timelines));
  owned.add(reportTimeZone());
  const documents = owned.add(new RecognisedDocuments(sessions, problems, changed));
  [documents, recordDocuments, comparedTexts, excerpts].forEach((kind) => texts.add(kind));
  owned.add(registerTextFeatures(texts, extensionUri));
  const { sideBar, statusBar } = owned.add(startSideBar(timelines, texts));
  owned.add(
    openAtStart({
      memory: context.workspaceState,
      hostAge: performance.now(),
      openTimelineAtCursor: (uri) => openTimeline({ timelines, texts }, uri),
    }),
  );

  return {
    version: 1,
    views: () => timelines.snapshots(),
    request: async (uri, name, params, signal = new AbortController().signal) =>
      timelines.of(uri)?.session.request(name, params, signal) ?? { status: 'closed' },
    sideBar,
    statusBar,
    resources: () => ({
      engineStarted: client.wasStarted,
      logs: client.sessionCount,
      sharedLogs: sessions.addresses,
      documents: documents.all.map(({ document }) => document.uri.toString()),
    }),
  };
}
