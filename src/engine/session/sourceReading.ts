import { encodingLength } from '../../core/reading/decoding/encoding.ts';
import { RecordReader } from '../../core/reading/recordReader.ts';
import type { LogSource } from '../../core/reading/source.ts';
import { BlockAppender } from '../blocks/blockAppender.ts';
import { BlockReading } from '../blocks/blockReading.ts';
import type { BlockWorkers } from '../blocks/blockWorkers.ts';
import { sliceRows, type TableRows } from '../columns/tableRows.ts';
import { FindingTable } from '../index/findingTable.ts';
import type { LogIndex, SourceIndex } from '../index/logIndex.ts';
import { RecordIndexer } from '../index/recordIndexer.ts';
import { BytesSource } from '../sources/bytesSource.ts';
import { DecodedSource } from '../sources/decodedSource.ts';
import type { Compression } from '../sources/compression.ts';
import { Turns } from '../turns.ts';
import { acceptLog } from './acceptLog.ts';
import { SeenSource, type Development } from './seenSource.ts';

const firstRead = 64 * 1024;
const secondRead = 256 * 1024;
const fullRead = 2 * 1024 * 1024;
/** Records that are read without a look at whether others want their turn. */
const mostAtOnce = 200;
/** Rows that are put back without a look at the same. */
const rowsAtOnce = 64 * 1024;
/** Part of a source by which the number of its records may be told. */
const tellingPart = 1024 * 1024;
/** Records that a source may hold beyond what its first part promises. */
const slack = 1.02;

/** What a platform has for reading. */
export interface ReadingPlatform {
  readonly compression: Compression;
  readonly blockWorkers: BlockWorkers | undefined;
}

/** Who wants to know how reading goes on. */
export interface ReadingListener {
  /** The first bytes of a log. */
  began(head: Uint8Array): void;
  /** More has been read. To be awaited: it may want to look at it first. */
  proceeded(): Promise<void> | undefined;
}

/** How things stood before the source seemed to end. */
interface Mark {
  /** Knows nothing of an end. */
  readonly reader: RecordReader;
  readonly offset: number;
  readonly records: number;
  readonly findings: number;
}

/**
 * Reads one source into an index, from beginning to end: by itself, or with workers where it is large and simple enough.
 * When the source has grown, reading goes on where it ended, in whatever container the records stand.
 */
export class SourceReading {
  private readonly index: LogIndex;
  private readonly opened: SourceIndex;
  private readonly indexer: RecordIndexer;
  private readonly turns = new Turns();
  private readonly source: LogSource;
  private readonly platform: ReadingPlatform;
  private readonly listener: ReadingListener;
  private readonly signal: AbortSignal;
  private blocks: BlockReading | undefined;
  /** Most pieces are done with when they have been read: memory that the next may take. */
  private buffer: Uint8Array | undefined;
  private offset = 0;
  private seen: SeenSource | undefined;
  private mark: Mark | undefined;

  constructor(index: LogIndex, source: LogSource, platform: ReadingPlatform, listener: ReadingListener, signal: AbortSignal) {
    const findings = new FindingTable(index.seed);
    this.index = index;
    this.indexer = new RecordIndexer(index.table, findings, index.seed);
    this.source = source;
    this.platform = platform;
    this.listener = listener;
    this.signal = signal;
    this.opened = {
      source: new DecodedSource(source, platform.compression),
      firstRow: index.table.length,
      findings,
      reader: new RecordReader(this.indexer, this.indexer),
      bytes: null,
      records: 0,
      failed: false,
    };
    index.sources.push(this.opened);
  }

  /** Rejects with a `SourceProblem`, or when the signal says so. */
  async read(): Promise<void> {
    const { opened } = this;
    opened.bytes = await opened.source.open();
    this.seen = opened.bytes === null ? undefined : await SeenSource.of(this.source);
    await this.readOn();
  }

  /** What has become of the source, which is found as another one now. */
  async compare(found: LogSource): Promise<Development> {
    const { source, seen } = this;
    if (source instanceof BytesSource && found instanceof BytesSource) {
      return source.compare(found);
    }
    return seen === undefined ? 'replaced' : seen.compare(source);
  }

  /** Whether reading can go on where the source has grown. What it holds was told by its first bytes: there must have been some. */
  get canGoOn(): boolean {
    const { mark } = this;
    return mark !== undefined && this.opened.source.canGoOn && mark.records > 0 && mark.offset >= encodingLength;
  }

  /** Takes back what was told only because the source seemed to end, relations between records with it. */
  goBack(): void {
    const { opened, index, indexer } = this;
    const { reader, offset, records, findings } = this.mark!;
    index.table.keep(opened.firstRow + records);
    opened.findings.keep(findings);
    indexer.goBack(records);
    opened.reader = reader;
    opened.records = records;
    this.offset = offset;
    this.blocks = undefined;
  }

  /** As {@link goBack}, and makes room for a source before: {@link putBack} has the records stand behind it again. */
  takeOut(): TableRows {
    const { opened, index } = this;
    this.goBack();
    const rows = index.table.takeFrom(opened.firstRow);
    opened.firstRow = Infinity;
    opened.records = 0;
    return rows;
  }

  async putBack(rows: TableRows): Promise<void> {
    const { opened, index, indexer } = this;
    opened.firstRow = index.table.length;
    indexer.moveTo(opened.firstRow);
    for (let from = 0; from < rows.count; from += rowsAtOnce) {
      index.table.appendOwn(sliceRows(rows, from, Math.min(rows.count, from + rowsAtOnce)));
      await this.giveWay();
    }
    opened.records = rows.count;
  }

  /** Reads what has been added, if anything has, after {@link goBack}. Rejects as {@link read} does. */
  async readGrowth(size: number | undefined, found: LogSource): Promise<void> {
    const { source } = this;
    if (source instanceof BytesSource && found instanceof BytesSource) {
      source.goOnWith(found);
    }
    if (size !== undefined) {
      this.opened.bytes = size;
      this.opened.source.goOn();
    }
    if (size !== undefined && this.offset < firstRead) {
      this.listener.began(await this.opened.source.read(0, firstRead, this.signal));
    }
    await this.readOn();
  }

  private async readOn(): Promise<void> {
    const { opened, index } = this;
    try {
      while (await this.readPiece()) {
        this.startBlocks();
        await this.readBlocks();
      }
    } finally {
      await this.blocks?.close();
    }
    const records = index.table.length - opened.firstRow;
    this.mark = { reader: opened.reader, offset: this.offset, records, findings: opened.findings.length };
    this.indexer.oncePerSource.mark();
    opened.reader = opened.reader.fork();
    while (opened.reader.end(mostAtOnce)) {
      await this.giveWay();
    }
    // A stream tells its size only by ending, and a file may have grown meanwhile.
    const { consumed, compression } = opened.source;
    opened.bytes = Math.max(opened.bytes ?? 0, consumed);
    if (compression === 'none') {
      this.seen = await this.seen?.upTo(this.source, consumed);
    }
    this.buffer = undefined;
    this.tellDecodingFaults();
    this.indexer.finish();
    opened.records = index.table.length - opened.firstRow;
  }

  /** False at the end of the source. */
  private async readPiece(): Promise<boolean> {
    const { opened, signal, offset } = this;
    const most = offset === 0 ? firstRead : offset < fullRead ? secondRead : fullRead;
    const border = this.blocks !== undefined && this.blocks.border > offset ? this.blocks.border : Infinity;
    const into = offset < fullRead || !this.isRanged ? undefined : (this.buffer ??= new Uint8Array(fullRead));
    const bytes = await opened.source.readSection(offset, Math.min(most, border - offset), signal, into);
    signal.throwIfAborted();
    if (offset === 0) {
      (await acceptLog(opened.source, bytes, signal)).forEach((part) => this.listener.began(part));
    }
    if (bytes.length === 0) {
      return false;
    }
    this.tellSeam(bytes[0]!);
    const piece = this.isRanged ? wholeLines(bytes) : bytes;
    for (let more = opened.reader.push(piece, mostAtOnce); more; more = opened.reader.proceed(mostAtOnce)) {
      await this.giveWay();
    }
    if (opened.reader.offset < offset + piece.length) {
      this.buffer = undefined;
    }
    await this.proceedTo(offset + piece.length);
    return true;
  }

  /** Whether the source's own bytes are those that are read, and can be had again at no cost. */
  private get isRanged(): boolean {
    const { source, bytes } = this.opened;
    return bytes !== null && source.isPlain;
  }

  /** Whether enough of the source is left to share the work. */
  private mayUseBlocks(): boolean {
    const { blockWorkers } = this.platform;
    const { bytes } = this.opened;
    return (
      this.isRanged &&
      blockWorkers !== undefined &&
      bytes! - this.offset >= blockWorkers.leastRest &&
      // Asked last: a platform counts its cores anew each time.
      blockWorkers.count > 0
    );
  }

  private startBlocks(): void {
    const { opened, index, indexer, platform } = this;
    if (this.blocks === undefined && this.mayUseBlocks() && opened.reader.state !== undefined) {
      const { firstRow, findings } = opened;
      const sinks = { table: index.table, firstRow, findings, oncePerSource: indexer.oncePerSource };
      const appender = new BlockAppender(sinks, () => this.giveWay());
      this.blocks = new BlockReading(platform.blockWorkers!, this.source, opened.bytes!, index.seed, appender, this.signal);
    }
  }

  private async readBlocks(): Promise<void> {
    const { blocks, opened, offset } = this;
    if (blocks === undefined || !this.isRanged || !(await blocks.mayReadFrom(offset))) {
      return;
    }
    const before = opened.reader.state;
    const state = await blocks.read(offset, before, (end) => {
      opened.source.passTo(end);
      return this.proceedTo(end);
    });
    if (state !== undefined && state !== before) {
      opened.reader = new RecordReader(this.indexer, this.indexer, state);
    }
  }

  private async proceedTo(offset: number): Promise<void> {
    const { opened, index } = this;
    this.offset = offset;
    opened.records = index.table.length - opened.firstRow;
    const { consumed } = opened.source;
    if (opened.bytes !== null && consumed >= tellingPart) {
      index.table.expect(opened.firstRow + (opened.records * opened.bytes * slack) / consumed);
    }
    await this.listener.proceeded();
    await this.giveWay();
  }

  private async giveWay(): Promise<void> {
    await this.turns.next();
    this.signal.throwIfAborted();
  }

  /** The encoding may change where the next piece begins, with a byte: tells that at the character. */
  private tellSeam(first: number): void {
    const { source, findings, reader } = this.opened;
    const seam = source.seamAt(this.offset);
    if (seam !== undefined) {
      // The reader itself counts its lines as it goes on.
      const { endLine } = reader.fork();
      const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
      const place = { record: -1, pointer: '', offset: this.offset, length, line: endLine };
      findings.add({ ...place, code: 'syntax.encoding', args: ['seam', ...seam] });
    }
  }

  /** Findings of no record, at the end of what could be read. */
  private tellDecodingFaults(): void {
    const { source, findings, reader } = this.opened;
    const at = { record: -1, pointer: '', offset: this.offset, length: 0, line: reader.endLine };
    if (source.compressionFault !== undefined) {
      findings.add({ ...at, code: 'syntax.compression', args: [source.compressionFault] });
    }
    if (source.endsWithinUnit) {
      findings.add({ ...at, code: 'syntax.encoding', args: ['half'] });
    }
  }
}

/** Without the line that is cut off at the end, unless there is no other: behind whole lines a reader may have a state. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a) + 1;
  return end === 0 ? bytes : bytes.subarray(0, end);
}
