import type { Message } from '../../core/finding/message.ts';
import type { Container } from '../../core/reading/container.ts';
import type { Encoding } from '../../core/reading/decoding/encoding.ts';
import type { Answer, GroupCounts, Moment, SeverityCounts } from './answer.ts';

export type { Container };

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

/** The state of a session: sent when it changes, numbered upwards from 1. */
export interface Snapshot extends Answer {
  /**
   * How often the log has been read from its beginning, from 1. While it stays the same the log has only grown, and each
   * record is what it was before.
   */
  readonly reading: number;
  readonly complete: boolean;
  /** The version of the text document that was read; none where the log is no text that is being edited. */
  readonly textVersion?: number;
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
  /** Whether one of the first 20 records looked like an audit record (`core/formats/sniff.ts`). */
  readonly isAuditLog: boolean;
}

/** A source of a log that has been read, with how many of its records are of each format, by the formats' ids. */
export interface SourceFormats extends SourceSummary {
  readonly formats: Readonly<Record<string, number>>;
}

/** The command line's `summary --json`, without its clock and memory. */
export interface Summary extends Answer {
  readonly bytes: number;
  readonly records: number;
  readonly sources: readonly SourceFormats[];
  readonly time: { readonly first: string | null; readonly last: string | null };
  readonly operations: Readonly<Record<string, number>>;
  readonly results: Readonly<Record<string, number>>;
  readonly resultGroups: GroupCounts;
  readonly callers: Readonly<Record<string, number>>;
  readonly targets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly distinct: { readonly callers: number; readonly targets: Readonly<Record<string, number>> };
  readonly findings: SeverityCounts & { readonly byCode: Readonly<Record<string, number>> };
}
