import type { Severity } from '../core/findings/codes.ts';
import type { Message } from '../core/message.ts';
import type { Container } from '../core/reading/container.ts';
import type { Encoding } from '../core/reading/decoding/encoding.ts';
import type { ResultGroup } from '../core/record/results.ts';
import type { FieldDescription } from './describe.ts';
import type { FindingRef, RecordRef, TextRange, TextStart, TicksText } from './reference.ts';

/**
 * What the engine answers. All of it is plain data that survives `postMessage` and JSON.
 *
 * Every answer names the snapshot that it was made from: while a log is being read, histogram, facets and list made from
 * the same snapshot agree with each other to the last record.
 */
export interface Answer {
  readonly snapshot: number;
}

export type { Severity };

/** How many records fall into each group of results. */
export type GroupCounts = Readonly<Record<ResultGroup, number>>;

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** A moment as a record tells it and as it compares. */
export interface Moment {
  readonly text: string;
  readonly ticks: TicksText;
}

export interface SourceSummary {
  /** Path or name as it was opened. */
  readonly name: string;
  /** Bytes of the source as it is stored, or null while unknown (standard input). */
  readonly bytes: number | null;
  /** Bytes of the source, decompressed: what offsets count. */
  readonly decodedBytes: number;
  readonly records: number;
  readonly container: Container;
  readonly encoding: Encoding;
  readonly compression: 'none' | 'gzip';
}

export type { Container };

/** The state of a session: sent when it changes, numbered upwards from 1. */
export interface Snapshot extends Answer {
  /**
   * How often the log has been read from its beginning, from 1. While it stays the same the log has only grown, and each
   * record is what it was before.
   */
  readonly reading: number;
  readonly complete: boolean;
  readonly bytesRead: number;
  /** All bytes to read, or null while unknown. */
  readonly bytesTotal: number | null;
  readonly records: number;
  readonly findings: SeverityCounts;
  readonly first: Moment | null;
  readonly last: Moment | null;
  readonly sources: readonly SourceSummary[];
  /** Set when the content is no audit log or cannot be read: one sentence; nothing else can be asked then. */
  readonly problem: Message | null;
  /** Whether design.md's test for an audit log held for one of the first 20 records. */
  readonly isAuditLog: boolean;
}

/** Counts per bucket of equal width over a span of time. */
export interface Timeline extends Answer {
  /** First tick of the first bucket. */
  readonly from: TicksText;
  /** First tick after the last bucket. */
  readonly to: TicksText;
  /** Width of a bucket in ticks. */
  readonly bucket: TicksText;
  /** One count per bucket for each group. */
  readonly groups: Readonly<Record<ResultGroup, readonly number[]>>;
  /** Records that match the query; those without a time or outside the span included. */
  readonly matching: number;
  /** Matching records without a valid time: they are in no bucket. */
  readonly untimed: number;
  readonly total: number;
}

/** A stretch of time that begins and ends with a record. */
export interface RecordStretch {
  readonly from: TicksText;
  /** First tick after the last record. */
  readonly to: TicksText;
  readonly records: number;
}

/** Where nearly all records lie in time, and the few before and after; all null where none lies far from the others. */
export interface Outliers extends Answer {
  readonly dense: RecordStretch | null;
  readonly before: RecordStretch | null;
  readonly after: RecordStretch | null;
}

export interface FacetValue {
  /** The value as a filter writes it; null for "missing or null". */
  readonly value: string | null;
  readonly count: number;
  readonly groups: GroupCounts;
}

export interface Facets extends Answer {
  readonly field: string;
  /** The most frequent values first, ties by value. */
  readonly values: readonly FacetValue[];
  /** How many distinct values there are: more than `values.length` means that the list was cut. */
  readonly distinct: number;
  readonly matching: number;
}

/** One line of the record list. */
export interface Row {
  readonly ref: RecordRef;
  /** Line on which the record begins, from 1. */
  readonly line: number;
  readonly time: Moment | null;
  readonly group: ResultGroup;
  readonly result: string | null;
  readonly sentence: Message;
  /** The caller's label and the type of identity it was taken from. */
  readonly caller: CallerLabel;
  /** The attestation instance, or null. */
  readonly instance: string | null;
  readonly findings: SeverityCounts;
}

export interface CallerLabel {
  /** Identity type, `displayName` where only that is known, or null for an unknown caller. */
  readonly type: string | null;
  readonly value: string;
}

export type Order = 'file' | 'oldest' | 'newest';

export interface Page extends Answer {
  /** Position of the first row in the whole result, from 0. */
  readonly at: number;
  readonly rows: readonly Row[];
  readonly matching: number;
  readonly total: number;
  /** Where the record that was asked for by reference stands in the result; null if it does not match. */
  readonly found: number | null;
}

/** All about one record. */
export interface RecordDetail extends Answer {
  readonly row: Row;
  /** The record's own text, unchanged, cut after {@link RecordDetail.shownUnits} units. */
  readonly text: string;
  readonly shownUnits: number;
  /** Length of the whole text in bytes. */
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly cut: boolean;
  readonly fields: readonly FieldDescription[];
  readonly findings: readonly FindingItem[];
  /** The steps of the two paths of targets, where the record names them. */
  readonly place: readonly TargetStep[];
  readonly resource: readonly TargetStep[];
  readonly identities: readonly IdentityValue[];
}

export interface IdentityValue {
  readonly type: string;
  readonly value: string;
}

/** A level of the tree of targets: its field in the filter language and the name found there. */
export interface TargetStep {
  readonly level: TargetLevel;
  readonly name: string;
}

export type TargetLevel =
  'Environment' | 'ServiceRegion' | 'ServiceRole' | 'ServiceRoleInstance' | 'subscription' | 'resourceGroup' | 'instance';

export interface FindingItem {
  readonly ref: FindingRef;
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  /** The record that it is about, or null for a broken stretch. */
  readonly record: RecordRef | null;
  readonly pointer: string;
  readonly byteOffset: number;
  readonly byteLength: number;
  /** Another place that explains it, such as the first of two duplicates. */
  readonly related: RecordRef | null;
}

/** Findings that say the same, told once with their number. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly count: number;
  /** The first of them in file order, at most the number that was asked for. */
  readonly items: readonly FindingItem[];
}

export interface Findings extends Answer {
  readonly groups: readonly FindingGroup[];
  /** How many groups there are: more than `groups.length` means that the list was cut. */
  readonly distinct: number;
  readonly total: number;
  readonly counts: SeverityCounts;
}

/** A further place that explains a finding: of a key that stands twice, the first. */
export interface RelatedPlace {
  readonly message: Message;
  readonly pointer: string;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly range: TextRange;
}

/** A finding with its place in text. */
export interface PlacedFinding extends FindingItem {
  readonly range: TextRange;
  /** Where the record that it is about begins; null for a broken stretch. */
  readonly recordStart: TextStart | null;
  /** What stands at a broken stretch; null with a record. */
  readonly excerpt: Excerpt | null;
  readonly relatedRange: TextRange | null;
  /** Places within the record that it is about. */
  readonly relatedPlaces: readonly RelatedPlace[];
}

/** A stretch of text with the rest of its lines, cut where those are long. Bytes that are no text are U+FFFD. */
export interface Excerpt {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** `before` is only the end of what precedes on the line. */
  readonly beginsEarlier: boolean;
  /** More follows on the line, or of the stretch itself. */
  readonly goesOn: boolean;
}

export interface PlacedFindings extends Answer {
  readonly findings: readonly PlacedFinding[];
  readonly total: number;
}

export interface Location extends Answer {
  readonly source: number;
  /** The record that it belongs to, or null for a broken stretch. */
  readonly record: RecordRef | null;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly range: TextRange;
}

/** What stands at a place of the text, for a hover; null where nothing can be told. */
export interface Hover extends Answer {
  readonly range: TextRange;
  readonly record: RecordRef;
  readonly sentence: Message;
  readonly field: FieldDescription;
}

/** Everything about one caller or one target: aggregates of the records that a query finds. */
export interface Profile extends Answer {
  readonly matching: number;
  readonly total: number;
  readonly groups: GroupCounts;
  readonly first: Moment | null;
  readonly last: Moment | null;
  /** Identities seen in the records; `sharedBy` counts the callers of the whole log that carry it. */
  readonly identities: readonly (IdentityValue & { readonly count: number; readonly sharedBy: number })[];
  readonly identitiesTotal: number;
  readonly displayNames: readonly FacetValue[];
  readonly addresses: readonly FacetValue[];
  readonly addressesTotal: number;
  readonly operations: readonly FacetValue[];
  readonly operationsTotal: number;
  readonly callers: readonly (CallerLabel & FacetValue)[];
  readonly callersTotal: number;
  /** Operation by instance, both most frequent first; `cells[row][column]`. */
  readonly matrix: {
    readonly rows: readonly string[];
    readonly rowsTotal: number;
    /** Instances; null stands for records that name none. */
    readonly columns: readonly (string | null)[];
    readonly columnsTotal: number;
    readonly cells: readonly (readonly { readonly count: number; readonly failed: number }[])[];
  };
  /** The targets below: Environment → ServiceRegion → ServiceRole → ServiceRoleInstance. */
  readonly places: readonly TargetNode[];
  /** The targets below: subscription → resource group → instance. */
  readonly resources: readonly TargetNode[];
  /** Callers that act on the same instances, without those of the profile itself. */
  readonly alsoActing: readonly (CallerLabel & FacetValue)[];
}

export interface TargetNode {
  readonly step: TargetStep;
  readonly count: number;
  readonly failed: number;
  readonly children: readonly TargetNode[];
  /** How many children there are: more than `children.length` means that the list was cut. */
  readonly childrenTotal: number;
}

/**
 * What the sequence numbers say about what is in the file. A missing number is not in this file, which does not say that it
 * was lost; nothing is known before the first number of an epoch or after its last.
 */
export interface Coverage extends Answer {
  /** Distinct numbers in the file, of all writers. */
  readonly seen: number;
  /** All missing numbers, in decimal, as are all sequence numbers here: they need 64 bits. */
  readonly missing: string;
  readonly epochs: readonly EpochCoverage[];
  /** How many there are: more than `epochs.length` means that the list was cut. */
  readonly epochsTotal: number;
}

/** The records of one writer: an epoch, within the role instance of Part A where that is given. */
export interface EpochCoverage {
  readonly epoch: string;
  readonly roleInstance: string | null;
  readonly first: string;
  readonly last: string;
  /** Distinct numbers in the file. */
  readonly seen: number;
  readonly missing: string;
  /** `seen` by the width of the span from first to last, 0 to 1. */
  readonly density: number;
  /** Times of the records with the first and the last number; null without a valid one. */
  readonly fromTicks: TicksText | null;
  readonly toTicks: TicksText | null;
  readonly gaps: readonly Gap[];
  readonly gapsTotal: number;
}

/** Neighbouring numbers that are missing between two records. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  readonly missing: string;
  /** The records on either side, and their times. */
  readonly before: RecordRef;
  readonly after: RecordRef;
  readonly fromTicks: TicksText | null;
  readonly toTicks: TicksText | null;
}

/** The command line's `summary --json`, without its clock and memory. */
export interface Summary extends Answer {
  readonly bytes: number;
  readonly records: number;
  readonly sources: readonly SourceSummary[];
  readonly time: { readonly first: string | null; readonly last: string | null };
  readonly operations: Readonly<Record<string, number>>;
  readonly results: Readonly<Record<string, number>>;
  readonly resultGroups: GroupCounts;
  readonly callers: Readonly<Record<string, number>>;
  readonly targets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly distinct: { readonly callers: number; readonly targets: Readonly<Record<string, number>> };
  readonly findings: SeverityCounts & { readonly byCode: Readonly<Record<string, number>> };
}
