import type * as vscode from 'vscode';
import type { Platform } from '../engine/platform.ts';
import type { LogTexts } from '../languageFeatures/logTexts.ts';
import type { ResultMarks } from '../languageFeatures/resultMarks.ts';
import type { ComparedTexts } from '../recordDocuments/comparedTexts.ts';
import type { Excerpts } from '../recordDocuments/excerpts.ts';
import type { RecordDocuments } from '../recordDocuments/recordDocuments.ts';
import type { RecentFilters } from '../editor/recentFilters.ts';
import type { Timelines } from '../editor/timelines.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** What commands work with. */
export interface CommandContext {
  readonly platform: Platform;
  readonly extensionUri: vscode.Uri;
  readonly timelines: Timelines;
  readonly texts: LogTexts;
  readonly recordDocuments: RecordDocuments;
  readonly comparedTexts: ComparedTexts;
  readonly resultMarks: ResultMarks;
  readonly recent: RecentFilters;
  readonly excerpts: Excerpts;
  /** Of this extension, as links name it. */
  readonly extensionId: string;
  readonly log: vscode.LogOutputChannel;
}

/** A command on the timeline that is in use. */
export type ViewCommand = (view: TimelineView, argument: unknown) => Promise<void> | void;
