import { builtInChoice } from '../../core/formats/formatChoice.ts';
import type { Encoding } from '../../core/reading/decoding/encoding.ts';
import { SourceProblem, type LogSource } from '../../core/reading/source.ts';
import { message, type Message } from '../../core/finding/message.ts';
import type { FindingItem, RelatedPlace } from '../../protocol/answers/findings.ts';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import type { TextRange } from '../../protocol/reference.ts';
import type { Emit } from '../../protocol/channel.ts';
import type { Responder, Outcome, RequestName, Requests } from '../../protocol/requests.ts';
import { answer } from '../answers/answer.ts';
import { visitPlacedFindings } from '../answers/findings.ts';
import type { BlockWorkers } from '../parallel/blockWorkers.ts';
import type { ExportForm } from '../export/exportForm.ts';
import { exportRecords, type Stretch, type TakePiece } from '../export/exportRecords.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import { BadRequest } from '../query/badRequest.ts';
import { Results } from '../query/results.ts';
import { RowsSoFar } from '../query/rowsSoFar.ts';
import { noSchemas, type LogSchemas } from '../schemas/logSchemas.ts';
import { steadyClock } from '../scheduling/clock.ts';
import { LogReading, type SourceFault } from './logReading.ts';
import type { ReadingPlatform } from './sharedReading.ts';
import type { Compression } from '../sources/compression.ts';

/**
 * One opened log: reads its sources into an index, publishes it in numbered snapshots, and answers questions at any time,
 * from what the last snapshot holds.
 */
export class LogSession implements Responder {
  private readonly closed = new AbortController();
  private readonly report: (snapshot: Snapshot) => void;
  private platform: ReadingPlatform;
  private log: LogReading;
  private results: Results;
  /** Ends what is done with the sources that were read last. */
  private reading = new AbortController();
  /** Resolves when all that was begun is done. */
  private done: Promise<void> = Promise.resolve();
  /** A look at the sources that waits for its turn. */
  private following: Promise<void> | undefined;
  /** What it will look at: the newest that was reported. */
  private found: readonly LogSource[] = [];
  /** Raised whenever something is taken back: what was asked before is not to be answered any more. */
  private generation = 0;

  /**
   * @param report Called with each snapshot; the last one is complete or names a problem.
   * @param blockWorkers Where there is more than one thread to read with.
   * @param formats That records are looked for in.
   * @param schemas Of users' own, that records are checked against, unless they are read with others.
   */
  constructor(
    report: (snapshot: Snapshot) => void,
    compression: Compression,
    blockWorkers?: BlockWorkers,
    formats = builtInChoice,
    clock = steadyClock,
    schemas = noSchemas,
  ) {
    this.report = report;
    this.platform = { compression, blockWorkers, clock, formats, schemas };
    this.log = new LogReading(this.platform, report, this.reading.signal);
    this.results = new Results(this.log.index);
  }

  /**
   * Reads the sources, in place of those that were read before. Resolves when all is read or a problem has been reported.
   *
   * @param schemas Of users' own, as they are from now on; must not reject.
   */
  read(sources: readonly LogSource[], schemas?: Promise<LogSchemas>): Promise<void> {
    this.reading.abort();
    this.reading = new AbortController();
    this.following = undefined;
    const { signal } = this.reading;
    this.done = this.done.then(() => this.readAnew(sources, signal, schemas));
    return this.done;
  }

  /**
   * Looks at the sources again. What has only grown is read on, and the records before stay as they are; anything else
   * (another file in its place, one that was rewritten, one in which reading cannot be taken up) is read again. Nothing is
   * reported where nothing has changed. Waits for a reading under way, unless that is of a file which is not there any more.
   */
  follow(sources: readonly LogSource[]): Promise<void> {
    this.found = sources;
    if (this.following === undefined) {
      const { signal } = this.reading;
      const looking = this.log.endIfReplaced(sources);
      this.following = this.done.then(async () => {
        await looking;
        if (signal.aborted) {
          return;
        }
        this.following = undefined;
        const { found } = this;
        const growth = await this.log.growth(found);
        if (growth === 'replaced') {
          await this.readAnew(found, signal);
        } else if (growth !== undefined && !signal.aborted) {
          this.generation++;
          this.results = new Results(this.log.index, this.results.memory.upTo(this.log.goBack(growth)));
          await this.log.readOn(growth, found);
        }
      });
      this.done = this.following;
    }
    return this.following;
  }

  async request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal: AbortSignal,
    emit?: Emit,
  ): Promise<Outcome<Requests[Name]['answer']>> {
    const { generation } = this;
    const results = this.currentResults();
    const both = AbortSignal.any([signal, this.closed.signal]);
    try {
      for (;;) {
        try {
          both.throwIfAborted();
          const soFar = 'soFar' in params && params.soFar ? new RowsSoFar(results) : undefined;
          const made = await answer({ index: results.index, results: soFar ?? results }, name, params, both, emit);
          const whole = soFar?.searching === undefined ? made : { ...made!, searching: soFar.searching };
          return generation === this.generation ? { status: 'ok', answer: whole } : { status: 'restarted' };
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
      if (generation !== this.generation) {
        return { status: 'restarted' };
      }
      return { status: 'error', message: sentenceOf(error) };
    }
  }

  /** The sources that could not be read, after reading. The others are answered for. */
  get faults(): readonly SourceFault[] {
    return this.log.problems;
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
    await visitRecords(this.log.index, rows.slice(from, from + limit), signal, (_, bytes) => visit(bytes));
  }

  /** Like {@link visit}, but with each record as its source writes it: UTF-16 stays UTF-16. Gzip is decompressed. */
  async visitOwn(
    query: string,
    from: number,
    limit: number,
    signal: AbortSignal,
    visit: (bytes: Uint8Array, encoding: Encoding) => Promise<void>,
  ): Promise<void> {
    const { index } = this.log;
    const { offset, byteLength } = index.table;
    const rows = await this.currentResults().matching(query, signal);
    await visitRecords(index, rows.slice(from, from + limit), signal, async (row, bytes) => {
      const { source } = index.sources[index.sourceOf(row)]!;
      const encoding = source.encodingAt(offset.at(row));
      if (encoding === 'utf-8') {
        await visit(bytes, encoding);
        return;
      }
      const place = await source.placeOf(offset.at(row), byteLength.data[row]!);
      await visit(await source.readOwn(place.byteOffset, place.byteLength, signal), encoding);
    });
  }

  /**
   * Writes some of the matching records in a form of one's own, in file order. Rejects with `BadRequest` if the query is at fault, and
   * as `formOf` throws.
   */
  async exportAs(
    formOf: (index: LogIndex) => ExportForm,
    query: string,
    stretch: Stretch,
    signal: AbortSignal,
    take: TakePiece,
  ): Promise<number> {
    const results = this.currentResults();
    const form = formOf(results.index);
    return exportRecords(results.index, await results.matching(query, signal), stretch, form, signal, take);
  }

  /** Visits the findings of one source with their places, in the order of these. Rejects with `BadRequest` if the query is at fault. */
  async visitFindings(
    source: number,
    query: string,
    signal: AbortSignal,
    visit: (finding: FindingItem, range: TextRange, related: readonly RelatedPlace[]) => Promise<void>,
  ): Promise<void> {
    const results = this.currentResults();
    await visitPlacedFindings({ index: results.index, results }, source, query, signal, visit);
  }

  async close(): Promise<void> {
    this.closed.abort();
    this.reading.abort();
    await this.done;
    await this.log.close();
  }

  /** What is known of the last snapshot; requests that are under way keep what they began with. */
  private currentResults(): Results {
    const { index } = this.log;
    if (this.results.index.snapshot !== index.snapshot) {
      this.results = new Results(index, this.results.memory);
    }
    return this.results;
  }

  private async readAnew(sources: readonly LogSource[], signal: AbortSignal, schemas?: Promise<LogSchemas>): Promise<void> {
    if (schemas !== undefined) {
      this.platform = { ...this.platform, schemas: await schemas };
    }
    const before = this.log;
    // First, so that what is being answered from sources that are closed now is asked again, and does not fail.
    this.generation++;
    this.log = new LogReading(this.platform, this.report, signal, before.index);
    this.results = new Results(this.log.index);
    await before.close();
    await this.log.read(sources);
  }
}

/** Why a request failed. */
function sentenceOf(error: unknown): Message {
  return error instanceof BadRequest || error instanceof SourceProblem ? error.sentence : message('engine.failed', String(error));
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
