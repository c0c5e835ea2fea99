import { message, type Message } from '../../core/finding/message.ts';
import { formatSetOf } from '../../core/formats/formatChoice.ts';
import { looksLikeAuditLog } from '../../core/formats/sniff.ts';
import { SourceProblem, type LogSource } from '../../core/reading/source.ts';
import { sourceText } from '../../core/json/utf8.ts';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import { findAcrossRecords, findAfter } from '../relations/acrossRecords.ts';
import type { RelationColumns } from '../findings/findingTable.ts';
import { IncrementalRelations } from '../relations/incrementalRelations.ts';
import { LogIndex } from '../index/logIndex.ts';
import { NoteLookup } from '../ingest/general/noteLookup.ts';
import { RecordIndexer } from '../ingest/general/recordIndexer.ts';
import { fastWays } from '../ingest/general/recordWay.ts';
import type { Clock } from '../scheduling/clock.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { GzipMemory } from '../sources/gzipMemory.ts';
import { EventLoopYielder } from '../scheduling/eventLoopYielder.ts';
import { SnapshotPace } from './snapshotPace.ts';
import { Snapshots, type LogState } from './snapshots.ts';
import type { ReadingListener, ReadingPlatform, SharedReading } from './sharedReading.ts';
import { SourceReading } from './sourceReading.ts';
import { TakenRows } from './takenRows.ts';

/** A source that could not be read, and why. */
export interface SourceFault {
  readonly name: string;
  readonly sentence: Message;
}

/** How sources have grown. */
export interface Growth {
  /** The number of the first that has. */
  readonly first: number;
  /** The bytes of each by now; undefined of those that are as they were. */
  readonly sizes: readonly (number | undefined)[];
}

/** Reads the sources of a log into an index, once from their beginnings, and on where they have grown. */
export class LogReading {
  readonly index: LogIndex;
  readonly problems: SourceFault[] = [];
  private readonly snapshots: Snapshots;
  private readonly readings: SourceReading[] = [];
  /** Rows of sources that are after one that grows, by the number of the first of these sources. */
  private readonly takenOut = new Map<number, TakenRows>();
  /** Relations between the first rows, as they were found before there were more. */
  private related: { readonly rows: number; readonly relations: readonly RelationColumns[] } | undefined;
  private readonly growing: IncrementalRelations;
  private isAuditLog = false;
  private readonly shared: SharedReading;
  private readonly clock: Clock;
  private readonly turns: EventLoopYielder;
  private readonly report: (snapshot: Snapshot) => void;
  private readonly signal: AbortSignal;
  /** Ends what is being read when its source is not there any more. */
  private readonly outdated = new AbortController();
  private isWhole = false;
  private pace = new SnapshotPace(-Infinity);

  private readonly listener: ReadingListener = {
    began: (head) => {
      this.isAuditLog ||= looksLikeAuditLog(sourceText(head, 0, head.length), this.index.formats.keyEvidence);
    },
    proceeded: () => (this.pace.isDue(this.clock()) ? this.publish('reading') : undefined),
  };

  /** @param before What was known of the log before: numbers go on rising. */
  constructor(platform: ReadingPlatform, report: (snapshot: Snapshot) => void, signal: AbortSignal, before?: LogIndex) {
    const index = new LogIndex(Math.floor(Math.random() * 0x1_0000_0000), formatSetOf(platform.formats));
    this.index = index;
    this.snapshots = new Snapshots(index);
    this.growing = new IncrementalRelations(index);
    this.report = report;
    this.clock = platform.clock;
    this.turns = new EventLoopYielder(platform.clock);
    this.signal = AbortSignal.any([signal, this.outdated.signal]);
    const noteLookup = new NoteLookup(index.seed);
    this.shared = {
      index,
      platform,
      indexer: new RecordIndexer(
        index.table,
        index.findingWords,
        index.seed,
        index.formats,
        fastWays,
        platform.schemas?.checks,
        undefined,
        noteLookup.contents,
      ),
      noteLookup,
      gzipMemory: new GzipMemory(),
      listener: this.listener,
      signal: this.signal,
    };
    if (before !== undefined) {
      index.snapshot = before.snapshot;
      index.reading = before.reading + 1;
    }
  }

  /** Resolves when all is read, a problem has been reported, or the signal says so. */
  async read(sources: readonly LogSource[]): Promise<void> {
    for (const source of sources) {
      const reading = new SourceReading(source, this.shared);
      this.readings.push(reading);
      this.index.sources.at(-1)!.failed = !(await this.succeeds(source.name, () => reading.read()));
      this.snapshots.settle(this.readings.length);
    }
    await this.finish();
  }

  /** Ends the reading under way if what it reads has been replaced: nobody wants to know the rest. */
  async endIfReplaced(found: readonly LogSource[]): Promise<void> {
    for (const [number, reading] of this.isWhole ? [] : this.readings.entries()) {
      if (found[number] !== undefined && (await reading.compare(found[number])) === 'replaced') {
        this.outdated.abort();
      }
    }
  }

  /** How the sources have grown if they can be read on; undefined where nothing has changed. */
  async growth(found: readonly LogSource[]): Promise<Growth | 'replaced' | undefined> {
    const { readings } = this;
    if (!this.isWhole || this.problems.length > 0 || readings.length !== found.length) {
      return 'replaced';
    }
    const sizes: (number | undefined)[] = [];
    for (const [number, reading] of readings.entries()) {
      const development = await reading.compare(found[number]!);
      if (development === 'replaced' || (development !== 'same' && !reading.canGoOn)) {
        return 'replaced';
      }
      sizes.push(development === 'same' ? undefined : development.grownTo);
    }
    const first = sizes.findIndex((size) => size !== undefined);
    return first === -1 ? undefined : { first, sizes };
  }

  /**
   * Takes back what was reported only because the sources that have grown seemed to end: returns how many rows are left. Those of
   * the sources after the first of them are taken out; {@link readOn} puts them back.
   */
  goBack({ first, sizes }: Growth): number {
    const { index, readings } = this;
    const reported = index.table.length;
    const relations = index.sources.map(({ findings }) => findings.takeRelations());
    for (let end = readings.length; end > first + 1;) {
      // All that have not grown stay as they are.
      let start = end - 1;
      while (sizes[start] === undefined && start > first + 1 && sizes[start - 1] === undefined) {
        start--;
      }
      if (sizes[start] !== undefined) {
        readings[start]!.goBack();
      }
      this.takenOut.set(start, new TakenRows(index.table, index.sources.slice(start, end)));
      end = start;
    }
    readings[first]!.goBack();
    index.forgetPositions();
    index.rows = index.table.length;
    index.findingCounts = index.sources.map(({ findings }) => findings.length);
    // Rows that only the end had reported may have been between others, in any order.
    this.related = first === readings.length - 1 && index.rows === reported ? { rows: reported, relations } : undefined;
    index.times.keep(index.rows);
    index.complete = false;
    // No snapshot has reported it; but what is requested from now on is not to be taken for what was known before.
    index.snapshot++;
    this.snapshots.goBack(index.rows, first);
    return index.rows;
  }

  /** Reads what was added, after {@link goBack}. Most of the time that is little, and one snapshot reports all of it. */
  async readOn({ first, sizes }: Growth, found: readonly LogSource[]): Promise<void> {
    const { readings, index } = this;
    this.isWhole = false;
    this.pace = new SnapshotPace(this.clock());
    for (let number = first; number < readings.length; number++) {
      const reading = readings[number]!;
      await this.succeeds(index.sources[number]!.source.name, async () => {
        await this.takenOut.get(number)?.putBack(() => this.giveWay());
        this.takenOut.delete(number);
        const size = sizes[number];
        if (size !== undefined) {
          await reading.readGrowth(size, found[number]!);
        }
      });
    }
    await this.finish();
  }

  async close(): Promise<void> {
    await Promise.all(this.index.sources.map(({ source }) => source.close()));
  }

  private async finish(): Promise<void> {
    const { index, related } = this;
    index.table.trim();
    const all = index.pinned(index.table.length);
    this.snapshots.noteFindings(true);
    const proceeded = (): Promise<void> | undefined => (this.pace.isDue(this.clock()) ? this.publish('relating') : undefined);
    const work = new CooperativeTask(this.signal, proceeded, this.clock);
    // The file may be taken away while its records are compared.
    await this.succeeds(index.sources[0]?.source.name ?? '', async () => {
      if (related === undefined) {
        this.growing.forget();
        await findAcrossRecords(all, work);
      } else {
        index.sources.forEach(({ findings }, source) => findings.putRelations(related.relations[source]!));
        await findAfter(all, related.rows, this.growing, work);
      }
    });
    if (!this.signal.aborted) {
      this.isWhole = true;
      await this.publish('complete');
    }
  }

  private async giveWay(): Promise<void> {
    await this.turns.next();
    this.signal.throwIfAborted();
  }

  /** Whether something could be done; notes why not, unless nobody wants to know. */
  private async succeeds(name: string, act: () => Promise<void>): Promise<boolean> {
    try {
      this.signal.throwIfAborted();
      await act();
      return true;
    } catch (error) {
      if (!this.signal.aborted) {
        this.problems.push({ name, sentence: error instanceof SourceProblem ? error.sentence : message('reading.failed', String(error)) });
      }
      return false;
    }
  }

  private async publish(stage: LogState['stage']): Promise<void> {
    const { problems, index } = this;
    const problem = problems.length >= index.sources.length ? (problems[0]?.sentence ?? null) : null;
    const snapshot = await this.snapshots.next({ stage, problem, isAuditLog: this.isAuditLog });
    if (!this.signal.aborted) {
      this.report(snapshot);
    }
  }
}
