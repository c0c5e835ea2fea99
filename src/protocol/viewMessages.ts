import type { TargetStep } from './answers/record.ts';
import type { Snapshot } from './answers/snapshot.ts';
import type { FindingRef, RecordRef } from './reference.ts';
import type { Outcome, QuestionName, Questions } from './requests.ts';

/**
 * What host and timeline say to each other. The host owns the state of a view, so that the command palette, the keyboard
 * and the mouse all change the same thing; the webview says what the user wants and draws what it is told.
 */
export type FromWebview =
  /**
   * First message after the script has loaded; answered by `view`, `settings` and `snapshot`. `restored` is the newest
   * state that the page had kept by `setState`: the host takes it after a reload of the window, when it has none itself.
   */
  | { readonly kind: 'ready'; readonly restored?: ViewState }
  | { readonly kind: 'ask'; readonly id: number; readonly name: QuestionName; readonly params: Questions[QuestionName]['params'] }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'intent'; readonly intent: Intent };

export type ToWebview =
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: Outcome<Questions[QuestionName]['answer']> }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'settings'; readonly settings: ViewSettings }
  /** What the axes show while the filter demands nothing of time: all records, or the stretch in which nearly all lie. */
  | { readonly kind: 'extent'; readonly extent: 'whole' | 'dense' }
  /** Stops the search through records, or has it go on: what a command of the palette asks for. */
  | { readonly kind: 'search'; readonly act: 'stop' | 'resume' }
  /** Moves the keyboard to a part of the page: what a command of the palette asks for. */
  | { readonly kind: 'focus'; readonly part: 'filter' | 'records' | 'timeline' };

/** What a timeline shows. Survives a reload of the window. */
export interface ViewState {
  /** The user's filter, as typed; a time range chosen by brush is its `time:` term. */
  readonly query: string;
  readonly page: ViewPage;
  readonly selected: RecordRef | null;
}

export type ViewPage =
  | { readonly kind: 'records' }
  | { readonly kind: 'findings' }
  /** Which sequence numbers are in the file and which are not. */
  | { readonly kind: 'coverage' }
  | { readonly kind: 'caller'; readonly type: string; readonly value: string }
  /** A path from the root of one of the two trees of targets, at least one step. */
  | { readonly kind: 'target'; readonly path: readonly TargetStep[] };

export interface View {
  readonly state: ViewState;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** What the user wants. */
export type Intent =
  | { readonly kind: 'filter'; readonly query: string }
  | { readonly kind: 'open'; readonly page: ViewPage; readonly query?: string }
  | { readonly kind: 'select'; readonly ref: RecordRef | null }
  | { readonly kind: 'back' }
  | { readonly kind: 'forward' }
  /** To the text, at a record, a finding, or just the document. */
  | { readonly kind: 'openSource'; readonly at: { readonly record: RecordRef } | { readonly finding: FindingRef } | null }
  | { readonly kind: 'copy'; readonly text: string };

export interface ViewSettings {
  readonly timeZone: 'utc' | 'local';
  /** BCP 47, for numbers. */
  readonly locale: string;
  /** The contents of a VS Code l10n bundle, or null for English. */
  readonly bundle: Readonly<Record<string, string>> | null;
  /** File name to show. */
  readonly title: string;
}
