import { findingSeverities } from '../core/findings/codes.ts';
import { looksLikeAuditLog } from '../core/reading/sniff.ts';
import type { Encoding } from '../core/reading/decoding/encoding.ts';
import { identifyContent } from '../core/reading/identify.ts';
import { RecordReader } from '../core/reading/recordReader.ts';
import { SourceProblem, type LogSource } from '../core/reading/source.ts';
import { sourceText } from '../core/reading/utf8.ts';
import { message, type Message } from '../core/message.ts';
import type { FindingItem, Snapshot } from '../protocol/answers.ts';
import type { TextRange } from '../protocol/reference.ts';
import type { Answering, Outcome, QuestionName, Questions } from '../protocol/requests.ts';
import { answer } from './answers/answer.ts';
import { momentOf } from './answers/context.ts';
import { visitPlacedFindings } from './answers/findings.ts';
import { summarizeSource } from './answers/summary.ts';
import { validTime } from './columns/recordTable.ts';
import { findAcrossRecords } from './index/acrossRecords.ts';
import { FindingTable } from './index/findingTable.ts';
import { LogIndex, type SourceIndex } from './index/logIndex.ts';
import { RecordIndexer } from './index/recordIndexer.ts';
import { visitRecords } from './index/recordTexts.ts';
import { BadRequest, Results } from './query/results.ts';
import type { Compression } from './sources/compression.ts';
import { DecodedSource } from './sources/decodedSource.ts';
import { Turns } from './turns.ts';

const firstRead = 64 * 1024;
const secondRead = 256 * 1024;
const fullRead = 2 * 1024 * 1024;
/** Records that are read without a look at whether others want their turn. */
const mostAtOnce = 200;
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
  private reading = new AbortController();
  private readonly closed = new AbortController();
  private problems: SourceFault[] = [];
  private isAuditLog = false;
  private firstRow = -1;
  private lastRow = -1;
  private summedRows = 0;
  private readonly tell: (snapshot: Snapshot) => void;
  private readonly compression: Compression;
  private done: Promise<void> = Promise.resolve();

  /** @param tell Called with each snapshot; the last one is complete or names a problem. */
  constructor(tell: (snapshot: Snapshot) => void, compression: Compression) {
    this.tell = tell;
    this.compression = compression;
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
      this.firstRow = this.lastRow = -1;
      this.summedRows = 0;
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
      return { status: 'error', message: error instanceof BadRequest ? error.message : `The engine failed: ${String(error)}` };
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
    await visitRecords(this.index, rows.subarray(from, from + limit), signal, (_, bytes) => visit(bytes));
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
    await visitRecords(index, rows.subarray(from, from + limit), signal, async (row, bytes) => {
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
      this.results = new Results(this.index);
    }
    return this.results;
  }

  private async closeSources(): Promise<void> {
    await Promise.all(this.index.sources.map(({ source }) => source.close()));
  }

  private async readAll(sources: readonly LogSource[], signal: AbortSignal): Promise<void> {
    for (const source of sources) {
      try {
        await this.readSource(source, signal);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        const sentence = error instanceof SourceProblem ? error.sentence : message('reading.failed', String(error));
        this.problems.push({ name: source.name, sentence });
        this.index.sources.at(-1)!.failed = true;
      }
    }
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

  private async readSource(source: LogSource, signal: AbortSignal): Promise<void> {
    const { index } = this;
    const findings = new FindingTable(index.seed);
    const indexer = new RecordIndexer(index.table, findings, index.seed);
    const reader = new RecordReader(indexer, indexer);
    const decoded = new DecodedSource(source, this.compression);
    const opened: SourceIndex = { source: decoded, firstRow: index.table.length, findings, reader, bytes: null, records: 0, failed: false };
    index.sources.push(opened);
    opened.bytes = await decoded.open();
    const turns = new Turns();
    let told = -Infinity;
    let offset = 0;
    for (;;) {
      const bytes = await decoded.read(offset, offset === 0 ? firstRead : offset < fullRead ? secondRead : fullRead, signal);
      signal.throwIfAborted();
      if (offset === 0) {
        this.accept(bytes, decoded);
      }
      if (bytes.length === 0) {
        break;
      }
      for (let more = reader.push(bytes, mostAtOnce); more; more = reader.proceed(mostAtOnce)) {
        await turns.next();
        signal.throwIfAborted();
      }
      offset += bytes.length;
      opened.records = index.table.length - opened.firstRow;
      const now = performance.now();
      if (now - told >= snapshotInterval) {
        told = now;
        await this.publish(false, signal);
      }
      await turns.next();
      signal.throwIfAborted();
    }
    while (reader.end(mostAtOnce)) {
      await turns.next();
      signal.throwIfAborted();
    }
    // A stream tells its size only by ending.
    opened.bytes ??= decoded.consumed;
    this.tellDecodingFaults(opened, offset);
    indexer.finish();
    opened.records = index.table.length - opened.firstRow;
  }

  /** Looks at the beginning of a source, and throws where it is no log. */
  private accept(head: Uint8Array, { compressionFault }: DecodedSource): void {
    if (head.length === 0 && compressionFault !== undefined) {
      throw new SourceProblem(message('reading.gzipDamaged'));
    }
    const identified = identifyContent(head);
    if (identified.kind === 'notALog') {
      throw new SourceProblem(identified.message);
    }
    this.isAuditLog ||= looksLikeAuditLog(sourceText(head, 0, head.length));
  }

  /** Findings of no record, at the end of what could be read. */
  private tellDecodingFaults({ source, findings, reader }: SourceIndex, end: number): void {
    const at = { record: -1, pointer: '', offset: end, length: 0, line: reader.endLine };
    if (source.compressionFault !== undefined) {
      findings.add({ ...at, code: 'syntax.compression', args: [source.compressionFault] });
    }
    if (source.endsWithinUnit) {
      findings.add({ ...at, code: 'syntax.encoding', args: ['half'] });
    }
  }

  private async publish(complete: boolean, signal: AbortSignal): Promise<void> {
    const { index } = this;
    index.snapshot++;
    index.rows = index.table.length;
    index.complete = complete;
    this.noteExtremes();
    const counts = { error: 0, warning: 0, information: 0 };
    for (const { findings } of index.sources) {
      for (const [code, count] of findings.countsByCode()) {
        counts[findingSeverities[code]] += count;
      }
    }
    const sizes = index.sources.map(({ bytes }) => bytes);
    const snapshot: Snapshot = {
      snapshot: index.snapshot,
      complete,
      bytesRead: index.sources.reduce((sum, { source }) => sum + source.consumed, 0),
      bytesTotal: sizes.reduce((sum: number | null, size) => (sum === null || size === null ? null : sum + size), 0),
      records: index.rows,
      findings: counts,
      first: this.firstRow === -1 ? null : await momentOf(index, this.firstRow),
      last: this.lastRow === -1 ? null : await momentOf(index, this.lastRow),
      sources: index.sources.map(summarizeSource),
      problem: this.problems.length >= index.sources.length ? (this.problems[0]?.sentence ?? null) : null,
      isAuditLog: this.isAuditLog,
    };
    if (!signal.aborted) {
      this.tell(snapshot);
    }
  }

  /** Keeps the earliest and the latest record, looking at new rows only. */
  private noteExtremes(): void {
    const { table, rows } = this.index;
    for (; this.summedRows < rows; this.summedRows++) {
      const row = this.summedRows;
      if (table.timeState.data[row] !== validTime) {
        continue;
      }
      if (this.firstRow === -1 || table.compareTimes(row, this.firstRow) < 0) {
        this.firstRow = row;
      }
      if (this.lastRow === -1 || table.compareTimes(row, this.lastRow) >= 0) {
        this.lastRow = row;
      }
    }
  }
}

function newIndex(): LogIndex {
  return new LogIndex(Math.floor(Math.random() * 0x1_0000_0000));
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
