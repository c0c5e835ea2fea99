import type { FormatChoice } from '../../core/formats/formatChoice.ts';
import type { BlockWorkers } from '../parallel/blockWorkers.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { NoteLookup } from '../ingest/general/noteLookup.ts';
import type { RecordIndexer } from '../ingest/general/recordIndexer.ts';
import type { LogSchemas } from '../schemas/logSchemas.ts';
import type { Clock } from '../scheduling/clock.ts';
import type { Compression } from '../sources/compression.ts';
import type { GzipMemory } from '../sources/gzipMemory.ts';

/** What there is for reading. */
export interface ReadingPlatform {
  readonly compression: Compression;
  readonly blockWorkers: BlockWorkers | undefined;
  readonly clock: Clock;
  /** Those that a session was opened with. */
  readonly formats: FormatChoice;
  /** Those of users' own that records are held against: functions, which no other thread has. */
  readonly schemas?: LogSchemas;
}

/** Who wants to know how reading goes on. */
export interface ReadingListener {
  /** The first bytes of a log. */
  began(head: Uint8Array): void;
  /** More has been read. To be awaited: it may want to look at it first. */
  proceeded(): Promise<void> | undefined;
}

/** What all sources of a log share, which are read one after the other. */
export interface SharedReading {
  readonly index: LogIndex;
  readonly platform: ReadingPlatform;
  readonly indexer: RecordIndexer;
  readonly noteLookup: NoteLookup;
  readonly gzipMemory: GzipMemory;
  readonly listener: ReadingListener;
  readonly signal: AbortSignal;
}
