import type { FormatFault } from '../core/formats/formatFaults.ts';
import type { FormatChoice } from '../core/formats/formatChoice.ts';
import type { Snapshot } from './answers/snapshot.ts';
import type { ToReceiver, ToSender } from './channel.ts';

/**
 * What a host and the engine's worker say to each other. One worker serves all sessions, which the host numbers; each
 * session has a channel for requests.
 */
export type ToEngine =
  /** Starts reading, with the built-in formats or with those given. Snapshots follow until one is complete or names a problem. */
  | {
      readonly kind: 'open';
      readonly session: number;
      readonly sources: readonly SourceDescription[];
      readonly formats?: FormatChoice;
      readonly schemas?: SchemasDescription;
    }
  /** Reads the session anew from other content; requests under way end as `restarted`. Snapshot numbers go on rising. */
  | {
      readonly kind: 'replace';
      readonly session: number;
      readonly sources: readonly SourceDescription[];
      readonly schemas?: SchemasDescription;
    }
  /**
   * Looks at the sources again: reads on where they have only grown, and then nothing is reported until there is something to
   * tell; reads anew where they are others. Requests under way may end as `restarted`.
   */
  | { readonly kind: 'follow'; readonly session: number; readonly sources: readonly SourceDescription[] }
  /**
   * The document whose text is the only source of the session was edited. Its new version is read as soon as the reading under way is
   * done; of several that come meanwhile only the last is. Answered by `textLost` where the edit is not of the text at hand.
   */
  | { readonly kind: 'edit'; readonly session: number; readonly edit: TextEdit }
  /** Frees the session; its requests under way end as `closed`. */
  | { readonly kind: 'close'; readonly session: number }
  | { readonly kind: 'channel'; readonly session: number; readonly message: ToReceiver };

export type FromEngine =
  | { readonly kind: 'snapshot'; readonly session: number; readonly snapshot: Snapshot }
  | { readonly kind: 'channel'; readonly session: number; readonly message: ToSender }
  /** What is wrong in the schemas that a session was opened with, each time that it is read. */
  | { readonly kind: 'schemas'; readonly session: number; readonly schemas: readonly CheckedSchema[] }
  /** An edit did not fit: the whole text has to be handed over again. */
  | { readonly kind: 'textLost'; readonly session: number }
  /**
   * One of the engine's own threads has crashed. Nothing is lost: it is started again, or what it was to read is read without it.
   * Each of the two is reported once.
   */
  | { readonly kind: 'threadCrashed'; readonly reason: string; readonly isStartedAgain: boolean };

/** The JSON Schemas of the user's own that the records of a session are checked against. */
export interface SchemasDescription {
  /** From where the engine loads the validator, a module, when there is a schema. */
  readonly validator: string;
  readonly files: readonly SchemaDescription[];
}

/** A schema, or why there is none. */
export type SchemaDescription =
  | {
      readonly kind: 'schema';
      /** By which it is known again in answers. */
      readonly id: string;
      /** What findings call it. */
      readonly name: string;
      /** Whether the format's own schema still counts beside it. */
      readonly mode: 'extend' | 'replace';
      readonly content: Uint8Array;
    }
  | { readonly kind: 'missing'; readonly name: string; readonly why: 'unreadable' | 'restricted' };

export interface CheckedSchema {
  readonly id: string;
  /** In the order of its text; none where it can be used. */
  readonly faults: readonly FormatFault[];
}

/** Where the engine gets a source's bytes from. */
export type SourceDescription =
  /** A file that the engine reads itself, in ranges. Node only. */
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  /** Whole content, handed over: the web, virtual workspaces. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly name: string }
  | TextSource;

/** A text document with edits that are not on disk. */
export interface TextSource {
  readonly kind: 'text';
  readonly text: string;
  readonly name: string;
  /** Of the document. Snapshots say of which version they are. */
  readonly version: number;
}

/** What makes the text of one version of a document that of another. */
export interface TextEdit {
  readonly base: number;
  readonly version: number;
  /** Of the new text, in UTF-16 units, to check that nothing was lost. */
  readonly length: number;
  /** One after the other: offset and number of the removed units count in the text that those before have made. */
  readonly changes: readonly { readonly offset: number; readonly removed: number; readonly text: string }[];
}

/** What the engine's worker begins with, on Node. */
export interface EngineWorkerData {
  /** The folder to keep compiled code in; none is kept otherwise. */
  readonly compiledCode?: string;
}
