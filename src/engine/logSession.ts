import { looksLikeAuditLog } from '../core/reading/sniff.ts';
import type { Encoding } from '../core/reading/decoding/encoding.ts';
import { SourceProblem, type LogSource } from '../core/reading/source.ts';
import { sourceText } from '../core/reading/utf8.ts';
import { message, type Message } from '../core/message.ts';
import type { FindingItem, Snapshot } from '../protocol/answers.ts';
import type { TextRange } from '../protocol/reference.ts';
import type { Answering, Outcome, QuestionName, Questions } from '../protocol/requests.ts';
import { answer } from './answers/answer.ts';
import { visitPlacedFindings } from './answers/findings.ts';
import type { BlockWorkers } from './blocks/blockWorkers.ts';
import { findAcrossRecords } from './index/acrossRecords.ts';
import { LogIndex } from './index/logIndex.ts';
import { visitRecords } from './index/recordTexts.ts';
import { BadRequest, Results } from './query/results.ts';
import { Snapshots } from './session/snapshots.ts';
import { SourceReading, type ReadingListener, type ReadingPlatform } from './session/sourceReading.ts';
import type { Compression } from './sources/compression.ts';

/** Milliseconds between snapshots while a log is being read. */
const snapshotInterval = 200;

/** A source that could not be read, and why. */
export interface SourceFault {
  readonly name: string;
  readonly sentence: Message;
}

/**
 * One opened log: reads its sources into an index, tells of it in numbered snapshots, and answers questions at any time,
 * from what the last snapshot holds.
 */
export class LogSession implements Answering {
  private index = newIndex();
  private results = new Results(this.index);
  private snapshots = new Snapshots(this.index);
  private reading = new AbortController();
  private readonly closed = new AbortController();
  private problems: SourceFault[] = [];
  private isAuditLog = false;
  private readonly tell: (snapshot: Snapshot) => void;
  private readonly platform: ReadingPlatform;
  private done: Promise<void> = Promise.resolve();

  /**
   * @param tell Called with each snapshot; the last one is complete or names a problem.
   * @param blockWorkers Where there is more than one thread to read with.
   */
  constructor(tell: (snapshot: Snapshot) => void, compression: Compression, blockWorkers?: BlockWorkers) {
    this.tell = tell;
    this.platform = { compression, blockWorkers };
  }

  /** Reads the sources, in place of those that were read before. Resolves when all is read or a problem has been told. */
  read(sources: readonly LogSource[]): Promise<void> {
    this.reading.abort();
    const before = this.index.snapshot;
    const closing = this.done.then(() => this.closeSources());
    this.reading = new AbortController();
    const { signal } = this.reading;
    this.done = closing.then(async () => {
      this.index = newIndex();
      this.index.snapshot = before;
      this.results = new Results(this.index);
      this.problems = [];
      this.isAuditLog = false;
      this.snapshots = new Snapshots(this.index);
      await this.readAll(sources, signal);
    });
    return this.done;
  }

  async ask<Name extends QuestionName>(
    name: Name,
    params: Questions[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Questions[Name]['answer']>> {
    const { index } = this;
    const results = this.currentResults();
    const both = AbortSignal.any([signal, this.closed.signal]);
    try {
      for (;;) {
        try {
          both.throwIfAborted();
          const made = await answer({ index: results.index, results }, name, params, both);
          return index === this.index ? { status: 'ok', answer: made } : { status: 'restarted' };
        } catch (error) {
          // A shared search may have been cancelled by another who asked for it: search again.
          if (!isAbort(error) || both.aborted) {
            throw error;
          }
        }
      }
    } catch (error) {
      if (this.closed.signal.aborted) {
        return { status: 'closed' };
      }
      if (signal.aborted) {
        return { status: 'cancelled' };
      }
      if (index !== this.index) {
        return { status: 'restarted' };
      }
      return { status: 'error', message: sentenceOf(error) };
    }
  }

  /** The sources that could not be read, after reading. The others are answered for. */
  get faults(): readonly SourceFault[] {
    return this.problems;
  }

  /**
   * Visits the matching records in file order with the bytes of their sources, `from` counting from 0. The bytes are valid
   * during the visit only. Rejects with `BadRequest` if the query is at fault.
   */
  async visit(
    query: string,
    from: number,
    limit: number,
    signal: AbortSignal,
    visit: (bytes: Uint8Array) => void | Promise<void>,
  ): Promise<void> {
    const rows = await this.currentResults().matching(query, signal);
    await visitRecords(this.index, rows.slice(from, from + limit), signal, (_, bytes) => visit(bytes));
  }

  /** Like {@link visit}, but with each record as its source writes it: UTF-16 stays UTF-16. Gzip is decompressed. */
  async visitOwn(
    query: string,
    from: number,
    limit: number,
    signal: AbortSignal,
    visit: (bytes: Uint8Array, encoding: Encoding) => Promise<void>,
  ): Promise<void> {
    const { index } = this;
    const { offset, byteLength } = index.table;
    const rows = await this.currentResults().matching(query, signal);
    await visitRecords(index, rows.slice(from, from + limit), signal, async (row, bytes) => {
      const { source } = index.sources[index.sourceOf(row)]!;
      if (source.encoding === 'utf-8') {
        await visit(bytes, source.encoding);
        return;
      }
      const place = await source.placeOf(offset.at(row), byteLength.data[row]!);
      await visit(await source.readOwn(place.byteOffset, place.byteLength, signal), source.encoding);
    });
  }

  /** Visits the findings of one source with their places, in the order of these. Rejects with `BadRequest` if the query is at fault. */
  async visitFindings(
    source: number,
    query: string,
    signal: AbortSignal,
    visit: (finding: FindingItem, range: TextRange) => Promise<void>,
  ): Promise<void> {
    const results = this.currentResults();
    await visitPlacedFindings({ index: results.index, results }, source, query, signal, visit);
  }

  async close(): Promise<void> {
    this.closed.abort();
    this.reading.abort();
    await this.done;
    await this.closeSources();
  }

  /** What is known of the last snapshot; requests that are under way keep what they began with. */
  private currentResults(): Results {
    if (this.results.index.snapshot !== this.index.snapshot) {
      this.results = new Results(this.index, this.results.memory);
    }
    return this.results;
  }

  private async closeSources(): Promise<void> {
    await Promise.all(this.index.sources.map(({ source }) => source.close()));
  }

  private async readAll(sources: readonly LogSource[], signal: AbortSignal): Promise<void> {
    for (const source of sources) {
      let told = -Infinity;
      const listener: ReadingListener = {
        began: (head) => {
          this.isAuditLog ||= looksLikeAuditLog(sourceText(head, 0, head.length));
        },
        proceeded: () => {
          if (performance.now() - told < snapshotInterval) {
            return undefined;
          }
          told = performance.now();
          return this.publish(false, signal);
        },
      };
      try {
        await new SourceReading(this.index, source, this.platform, listener, signal).read();
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        const sentence = error instanceof SourceProblem ? error.sentence : message('reading.failed', String(error));
        this.problems.push({ name: source.name, sentence });
        this.index.sources.at(-1)!.failed = true;
      }
    }
    this.index.table.trim();
    this.index.rows = this.index.table.length;
    try {
      await findAcrossRecords(this.index, signal);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      // The file was taken away while its records were compared.
      const sentence = error instanceof SourceProblem ? error.sentence : message('reading.failed', String(error));
      this.problems.push({ name: sources[0]?.name ?? '', sentence });
    }
    await this.publish(true, signal);
  }

  private async publish(complete: boolean, signal: AbortSignal): Promise<void> {
    const problem = this.problems.length >= this.index.sources.length ? (this.problems[0]?.sentence ?? null) : null;
    const snapshot = await this.snapshots.next({ complete, problem, isAuditLog: this.isAuditLog });
    if (!signal.aborted) {
      this.tell(snapshot);
    }
  }
}

function newIndex(): LogIndex {
  return new LogIndex(Math.floor(Math.random() * 0x1_0000_0000));
}

/** Why a request failed. */
function sentenceOf(error: unknown): Message {
  return error instanceof BadRequest || error instanceof SourceProblem ? error.sentence : message('engine.failed', String(error));
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
