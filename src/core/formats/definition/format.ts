import type { NameRule } from './nameRules.ts';
import type { ResultGroup } from '../../record/results.ts';
import type { Path } from './paths.ts';
import type { EventDescription, FieldDocumentation } from './formatDocumentation.ts';
import type { FormatFilters } from './formatFilters.ts';
import type { ChangeSource, Hierarchy } from './formatStructure.ts';

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
  /** What a redacted copy keeps, because it names nobody. */
  readonly public?: PublicNames;
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
  /** Fields of the filter language whose values are counted beside the records; chosen by roles, if there are none. */
  readonly facets?: readonly string[];
  /** Fields of the filter language that have a column in the list of records; chosen by roles, if it is missing. */
  readonly columns?: readonly string[];
  /** Filters that answer questions which many ask of their logs. */
  readonly filters?: FormatFilters;
  /** Operations that are documented. */
  readonly events?: readonly EventDescription[];
  /** Fields that are documented. */
  readonly fields?: readonly FieldDocumentation[];
}

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

/** Values that name no person, account or resource. */
export interface PublicNames {
  /** Types of callers and targets, such as regions. */
  readonly types?: readonly string[];
  /** Words in names, such as `system` of Kubernetes. */
  readonly words?: readonly string[];
}

/** Identities or targets: a value with its type, or one for each item of an array. */
export type PairSource =
  /** A rule makes a short name of the value; there is no pair where it finds none. */
  | { readonly type: string; readonly path: Path; readonly rule?: NameRule }
  | {
      readonly each: Path;
      /** Paths within the item, the first that leads to a value counts. */
      readonly value: readonly Path[];
      /** The type, or the path to it within the item. */
      readonly type: string | { readonly path: Path; readonly otherwise: string };
    };
