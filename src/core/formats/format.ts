import type { LevelRule } from '../record/levels.ts';
import type { ResultGroup } from '../record/results.ts';

/**
 * An audit format as data: how its records are recognised, and which of their values play which role. `format.json` in the
 * folder of each format holds one, valid under `auditFormat.schema.json`; everything that shows a record speaks in roles.
 */
export interface AuditFormat {
  readonly id: string;
  readonly title: string;
  /** One line on what such a log records. */
  readonly summary?: string;
  /** Public page that documents the format. */
  readonly documentation: string;
  /** Name of a codicon. */
  readonly icon?: string;
  /** Evidence for the format: a record is of the format with the highest sum, if that is 10 or more. */
  readonly detection: readonly Evidence[];
  /** Keys of records that no object around records has: what begins with such a key, as the first record does, is a record. */
  readonly ownKeys?: readonly string[];
  /** Members whose value may be the record, as an object or as JSON text: all paths are then followed from there. */
  readonly envelopes?: readonly Path[];
  /**
   * Records follow the documentation to the letter, so that what contradicts it is reported. Otherwise only values that cannot
   * play their role are, such as a time that is none.
   */
  readonly strict?: boolean;
  readonly time: readonly Path[];
  /** Other moments that a record names, such as when it was written. */
  readonly furtherTimes?: readonly Path[];
  readonly operation: readonly TextSource[];
  readonly result?: readonly Path[];
  /** The worst group that a rule gives counts; `other` where none gives any. */
  readonly outcome?: readonly OutcomeRule[];
  readonly description?: readonly Path[];
  readonly category?: readonly Path[];
  readonly address?: readonly Path[];
  readonly request?: readonly Path[];
  readonly displayName?: readonly Path[];
  readonly callers?: readonly PairSource[];
  /** The most telling first: it is the one that sentences name. */
  readonly targets?: readonly PairSource[];
  /** The record's own name: records that have the same one are duplicates. */
  readonly recordId?: readonly TextSource[];
  /** What distinguishes the records of one request that are no duplicates, such as the stage that it has reached. */
  readonly stage?: readonly Path[];
  /** Numbers that a writer gives its records one after the other: what is missing between them is missing in the log. */
  readonly sequence?: { readonly writer: readonly Path[]; readonly number: Path };
  /** What was changed, item by item. */
  readonly changes?: readonly ChangeSource[];
  /** How targets are within each other. */
  readonly hierarchies?: readonly Hierarchy[];
  /** Operations that are documented. */
  readonly events?: readonly EventDescription[];
  /** Fields that are documented. */
  readonly fields?: readonly FieldDocumentation[];
}

/**
 * Keys joined by dots, from the outermost object on; `[]` after a key means each item of its array. A list of keys in place
 * of that where a key itself holds dots. Keys are compared exactly first, then without regard to case. A value that is JSON
 * text is looked into like the object or array in it.
 */
export type Path = string | readonly string[];

/** One path, or the values of several in one text, each with what comes before it: `get` and ` pods` and `/log`. */
export type TextSource = Path | { readonly join: readonly { readonly path: Path; readonly before?: string }[] };

export interface Evidence {
  /** Something other than null is there. */
  readonly path: Path;
  readonly weight: number;
  /** It is text that begins so, without regard to case. */
  readonly startsWith?: string;
  /** It is text that ends so, without regard to case. */
  readonly endsWith?: string;
}

/** What a value says of the outcome. */
export interface OutcomeRule {
  readonly path: Path;
  /** By the value, without regard to case and blanks; `*` in a key stands for any text. */
  readonly values?: Readonly<Record<string, ResultGroup>>;
  /** The value may be, or begin with, a status code of HTTP, or be one of gRPC. */
  readonly status?: 'http' | 'grpc';
  /** Where there is no value. */
  readonly absent?: ResultGroup;
  /** Of any other value. */
  readonly other?: ResultGroup;
}

/** Identities or targets: a value with its type, or one for each item of an array. */
export type PairSource =
  | { readonly type: string; readonly path: Path }
  | {
      readonly each: Path;
      /** Paths within the item, the first that leads to a value counts. */
      readonly value: readonly Path[];
      /** The type, or the path to it within the item. */
      readonly type: string | { readonly path: Path; readonly otherwise: string };
    };

/** A list of changes; paths within the item, the first that leads to a value counts. */
export interface ChangeSource {
  readonly each: Path;
  readonly name: readonly Path[];
  readonly before?: readonly Path[];
  readonly after?: readonly Path[];
}

/**
 * Levels from the outermost to the innermost: given one by one, or by the name of the rule that takes a text apart. Each path is
 * that of a target of the format; a level has the type of its target.
 */
export type Hierarchy =
  { readonly levels: readonly { readonly type: string; readonly path: Path }[] } | { readonly path: Path; readonly rule: LevelRule };

/** An operation that is documented. */
export interface EventDescription {
  /** The operation of the records, without regard to case; `*` stands for any text. */
  readonly operation: string;
  readonly title: string;
  readonly description?: string;
  /** Other operations that mean the same. */
  readonly synonyms?: readonly string[];
  /**
   * What the caller did, in words for a sentence, with the types of the targets that it names: `deleted the bucket {Bucket}`.
   * It is said only of records that succeeded and have these targets.
   */
  readonly phrase?: string;
  /** Only an administrator can do it. */
  readonly isAdminOnly?: boolean;
  /** What it does to the state of its target, if it succeeds. */
  readonly effects?: readonly Effect[];
}

export interface Effect {
  readonly kind: 'creates' | 'deletes' | 'sets' | 'resets' | 'grants' | 'revokes' | 'enables' | 'disables';
  /** What of the target: `policy`. The target itself, if there is nothing. */
  readonly what?: string;
}

/** A field that is documented. */
export interface FieldDocumentation {
  readonly path: Path;
  /** Any, if there is none. */
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  readonly title: string;
  readonly description: string;
  /** Heading under which it is shown; by its role, if there is none. */
  readonly group?: 'operation' | 'caller' | 'target' | 'sequence' | 'schema' | 'cloud' | 'other';
  readonly isNullable?: boolean;
  /** Values that are documented, with what they mean; others may occur. */
  readonly values?: Readonly<Record<string, string>>;
}
