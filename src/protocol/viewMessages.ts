import type { TargetStep } from './answers/record.ts';
import type { Snapshot } from './answers/snapshot.ts';
import type { ToReceiver, ToSender } from './channel.ts';
import {
  boolean,
  either,
  type Guard,
  type Guarded,
  isObject,
  isOwnKey,
  list,
  oneOf,
  optional,
  orNull,
  pair,
  shape,
  text,
} from './guards.ts';
import { findingRef, natural, recordRef, ticksText, type RecordRef } from './reference.ts';
import { field, identity, isRequest, order, query } from './requests.ts';

const name = text(1_000_000);

const isLayout = name;

const targetStep: Guard<TargetStep> = shape({ level: text(1000), name });

/** A page of a timeline, as commands take it for an argument and as the webview requests it. */
export const isViewPage = either(
  /** `coverage`: which sequence numbers are in the file and which are not. */
  either(
    shape({ kind: oneOf('records', 'coverage') }),
    /** Those of one severity, or all. */
    shape({ kind: oneOf('findings'), severity: optional(oneOf('error', 'warning', 'information')) }),
  ),
  either(
    either(
      /**
       * `identities`: all that belong to the caller, the one that names it best first, once these are known. `apart`: those that the
       * user has split off.
       */
      shape({
        kind: oneOf('caller'),
        type: text(1000),
        value: name,
        identities: optional(list(identity, 1, 100)),
        apart: optional(list(identity, 1, 100)),
      }),
      /** The records with a value of a field of the filter language. */
      shape({ kind: oneOf('value'), field, value: query }),
    ),
    /** A path from the root of one of the two trees of targets, at least one step. */
    shape({ kind: oneOf('target'), path: list(targetStep, 1, 10) }),
  ),
);

export type ViewPage = Guarded<typeof isViewPage>;

const timeSpan = pair(ticksText);

/** Filters that stay in force whatever the user's filter is. */
const pinned = list(query, 0, 50);

/** Terms of the filter that are switched off, with their positions among all its terms. */
const off = list(shape({ text: query, at: natural }), 0, 100);

/** Whether something has the form of what a timeline shows. */
export const isViewState = shape({
  /** The user's filter, as typed. */
  query,
  page: isViewPage,
  selected: orNull(recordRef),
  /** The stretch of time that the user has chosen beside the filter: its first tick and the first after it. */
  range: optional(timeSpan),
  /** The stretch of time that the chart shows; whatever the log opens on, if there is none. It filters nothing. */
  viewport: optional(timeSpan),
  pinned: optional(pinned),
  off: optional(off),
});

/** What a timeline shows. Survives a reload of the window. */
export type ViewState = Guarded<typeof isViewState>;

/** A place of the source that can be opened: a record or a finding. */
export const isSourcePlace = either(shape({ record: recordRef }), shape({ finding: findingRef }));

export type SourcePlace = Guarded<typeof isSourcePlace>;

const copyFormat = oneOf('json', 'csv', 'sentences');

export type CopyFormat = Guarded<typeof copyFormat>;

/**
 * Some rows of the list, by position, with what the page knew of the list: if that is not so any more, they are not those that the
 * user has selected.
 */
export const isListRows = shape({
  query,
  soFar: optional(boolean),
  order,
  /** Positions from 0, as ranges that rise: the first of each and the one after its last. */
  ranges: list(pair(natural), 1, 100_000),
  reading: natural,
  /** Null where rows stay where they are when the log grows. */
  snapshot: orNull(natural),
  matching: natural,
  /** Records that could not be put in the order. */
  unsorted: natural,
});

export type ListRows = Guarded<typeof isListRows>;

const intents = {
  /**
   * `range`: the stretch of time beside the filter, null for none; as it is, where nothing is said. `typing`: the filter is being
   * typed, and may still change; all that are applied from where it begins are one step of the history. `pinned`, `off`: those of the
   * state from now on; as they are, where nothing is said.
   */
  filter: shape({
    query,
    range: optional(orNull(timeSpan)),
    typing: optional(oneOf('begins', 'continues')),
    pinned: optional(pinned),
    off: optional(off),
  }),
  open: shape({ page: isViewPage, query: optional(query) }),
  /** Which identities belong to the caller of a page, as the log says it: no step of the history. */
  joined: shape({ page: isViewPage, identities: list(identity, 1, 100) }),
  select: shape({ ref: orNull(recordRef) }),
  /** Chooses a stretch of time, which the chart then shows; null chooses none. */
  range: shape({ range: orNull(timeSpan) }),
  /** Zooms or pans the chart; null shows what the log opens on. */
  viewport: shape({ viewport: orNull(timeSpan) }),
  back: shape({}),
  forward: shape({}),
  /** To the text, at a record, a finding, or just the document. */
  openSource: shape({ at: orNull(isSourcePlace) }),
  /** Which record is selected in the list together with the selected one, where those are just two; null else. */
  pair: shape({ ref: orNull(recordRef) }),
  /** Which records are selected in the list, where those are several; null else. */
  chosen: shape({ rows: orNull(isListRows) }),
  /** Shows what a code of findings means. */
  documentation: shape({ code: text(100) }),
  /** Compares two records in the diff editor. */
  compareAsText: shape({ first: recordRef, second: recordRef }),
  /** Opens records pretty-printed: those at positions of the list, or, for null, what the user picks; in the order of the list. */
  openExcerpt: shape({ rows: orNull(isListRows), order }),
  copy: shape({ text: name }),
  /** Copies records at positions of the list, or, for null, the selected one; as CSV with columns for the fields. */
  copyRecords: shape({ as: copyFormat, rows: orNull(isListRows), fields: list(field, 0, 10) }),
};

/** What the user wants. */
export type Intent = {
  readonly [Kind in keyof typeof intents]: { readonly kind: Kind } & Guarded<(typeof intents)[Kind]>;
}[keyof typeof intents];

export type CopyRequest = Omit<Extract<Intent, { kind: 'copyRecords' }>, 'kind'>;

/**
 * What host and timeline say to each other. The host owns the state of a view, so that the command palette, the keyboard
 * and the mouse all change the same thing; the webview says what the user wants and draws what it is reported.
 */
export type FromWebview =
  /**
   * First message after the script has loaded; answered by `view`, `settings` and `snapshot`. `restored` is the newest
   * state that the page had kept by `setState`: the host takes it after a reload of the window, when it has none itself.
   */
  | { readonly kind: 'ready'; readonly restored?: ViewState }
  | ToReceiver
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** While zooms are linked: the stretch of time that the main chart shows, whatever the reason. */
  | { readonly kind: 'shown'; readonly span: Guarded<typeof timeSpan> }
  /** How the page is arranged, in JSON that only the page reads: the host keeps it until the log is opened again. */
  | { readonly kind: 'layout'; readonly layout: string };

/** True for a message that a webview of ours could have sent. Anything else is not acted upon. */
export function isFromWebview(value: unknown): value is FromWebview {
  if (!isObject(value)) {
    return false;
  }
  switch (value['kind']) {
    case 'ready':
      return true;
    case 'request':
      return natural(value['id']) && isRequest(value['name'], value['params']);
    case 'cancel':
    case 'taken':
      return natural(value['id']);
    case 'shown':
      return timeSpan(value['span']);
    case 'layout':
      return isLayout(value['layout']);
    case 'intent': {
      const { intent } = value;
      return isObject(intent) && isOwnKey(intents, intent['kind']) && intents[intent['kind']](intent);
    }
    default:
      return false;
  }
}

/** The state that a webview had kept, or undefined where it kept none or one of another version. */
export function restoredState(value: { readonly restored?: unknown }): ViewState | undefined {
  return isViewState(value.restored) ? value.restored : undefined;
}

export type ViewportAct = 'zoomIn' | 'zoomOut' | 'panEarlier' | 'panLater';

/** What a command has the page do that the host does not keep. */
export type PageAct =
  /** Shows the histogram or the lanes as a table, or no longer. */
  | { readonly act: 'toggleTable'; readonly of: 'histogram' | 'lanes' }
  /** Stacks the histogram's bars by the values of a field of the filter language. */
  | { readonly act: 'stackBy'; readonly field: string }
  /** Makes lanes of the values of a field. */
  | { readonly act: 'lanesBy'; readonly field: string }
  /** Has the detail right of the list or below it; without a side, where it is not now. */
  | { readonly act: 'detailSide'; readonly side: 'right' | 'below' | null }
  /** Changes which further columns the list has. */
  | { readonly act: 'columns'; readonly change: ColumnAct }
  /** Has the selected records opened pretty-printed: the page knows which these are. */
  | { readonly act: 'openExcerpt' }
  /** Has the selected records copied: the page knows which these are. */
  | { readonly act: 'copy'; readonly as: CopyFormat }
  /** Compares two records field by field, until the user leaves that or selects another record than the second. */
  | { readonly act: 'compare'; readonly first: RecordRef; readonly second: RecordRef }
  /** Goes to the next finding of the page of findings, or to the one before. */
  | { readonly act: 'finding'; readonly direction: 'next' | 'previous' }
  /** Acts on a lane: the one with the key, as context menus say it, else the one that the keyboard is on. */
  | { readonly act: 'lane'; readonly does: LaneAct; readonly key: string | null };

export type ColumnAct =
  | { readonly does: 'add'; readonly field: string }
  /** Removes the column of a field; without one, the first. */
  | { readonly does: 'remove'; readonly field: string | null }
  /** Moves the column of a field by one place, to the left by -1; without a field, that which the user was on last. */
  | { readonly does: 'move'; readonly field: string | null; readonly by: -1 | 1 }
  /** Has the columns suit the records again, with their first widths. */
  | { readonly does: 'reset' };

export type LaneAct = 'include' | 'exclude' | 'pin' | 'toggle';

/** A part of the page that the keyboard can be moved to. */
export type PagePart = 'filter' | 'records' | 'timeline' | 'fields' | 'lanes' | 'detail';

export type ToWebview =
  | ToSender
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'view'; readonly view: View }
  /** How the page was arranged when the log was closed; empty for a page that is as at first. */
  | { readonly kind: 'layout'; readonly layout: string }
  | { readonly kind: 'settings'; readonly settings: ViewSettings }
  /** The filters that were used last in this workspace, the newest first. */
  | { readonly kind: 'recentFilters'; readonly filters: readonly string[] }
  /** What the axes show while the filter demands nothing of time: all records, or the stretch in which nearly all lie. */
  | { readonly kind: 'extent'; readonly extent: 'whole' | 'dense' }
  /** Zooms or pans the histogram by a step, for a command of the palette. */
  | { readonly kind: 'move'; readonly act: ViewportAct }
  | { readonly kind: 'act'; readonly act: PageAct }
  /** Stops the search through records, or resumes it, for a command of the palette. */
  | { readonly kind: 'search'; readonly act: 'stop' | 'resume' }
  /** Moves the keyboard to a part of the page, for a command of the palette. */
  | { readonly kind: 'focus'; readonly part: PagePart };

export interface View {
  readonly state: ViewState;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** The record that the next comparison is with, if one was selected for it. */
  readonly forCompare?: RecordRef | undefined;
  /** The timelines in view show the same stretch of time. */
  readonly isZoomLinked?: boolean;
}

export interface ViewSettings {
  /** `utc`, `local`, or the IANA name of a zone. */
  readonly timeZone: string;
  /** BCP 47, for numbers. */
  readonly locale: string;
  /** The contents of a VS Code l10n bundle, or null for English. */
  readonly bundle: Readonly<Record<string, string>> | null;
  /** Whether lanes are shown where the user has not opened or closed them. */
  readonly lanes: boolean;
  /** File name to show. */
  readonly title: string;
}
