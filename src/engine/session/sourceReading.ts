import { encodingLength } from '../../core/reading/decoding/encoding.ts';
import { stateAt } from '../../core/reading/parserState.ts';
import { RecordReader } from '../../core/reading/recordReader.ts';
import type { LogSource } from '../../core/reading/source.ts';
import { BlockAppender } from '../parallel/blockAppender.ts';
import { BlockReading } from '../parallel/blockReading.ts';
import { FindingTable } from '../findings/findingTable.ts';
import type { LogIndex, SourceIndex } from '../index/logIndex.ts';
import { PerSourceFindings } from '../ingest/general/perSourceFindings.ts';
import { appendBatch, nextRecord, type SourceSinks } from '../ingest/general/recordBatch.ts';
import type { RecordIndexer } from '../ingest/general/recordIndexer.ts';
import { blockSize } from '../sources/blockStream.ts';
import { BytesSource } from '../sources/bytesSource.ts';
import { DecodedSource } from '../sources/decodedSource.ts';
import { headLength, SourceHead } from '../sources/sourceHead.ts';
import { EventLoopYielder } from '../scheduling/eventLoopYielder.ts';
import { acceptLog } from './acceptLog.ts';
import { SeenSource, type Development } from './seenSource.ts';
import type { ReadingListener, ReadingPlatform, SharedReading } from './sharedReading.ts';
import { markEnd, readerAt, type SourceMark } from './sourceMark.ts';

const secondRead = 256 * 1024;
const fullRead = 2 * 1024 * 1024;
/** Records that are read without a look at whether others want their turn. */
const maxAtOnce = 200;
/** Records and findings of which a batch is made while there are more in the bytes at hand. */
const batchSize = 4096;
/** Part of a source by which the number of its records may be reported. */
const identifyingPart = 1024 * 1024;
/** Records that a source may hold beyond what its first part promises. */
const slack = 1.02;

/**
 * Reads one source into an index, from beginning to end: by itself, or with workers where it is large and simple enough.
 * When the source has grown, reading goes on where it ended, in whatever container the records are. There may be thousands
 * of sources: what is kept of one that has been read is little.
 */
export class SourceReading {
  private readonly index: LogIndex;
  private readonly opened: SourceIndex;
  private readonly indexer: RecordIndexer;
  private readonly turns: EventLoopYielder;
  private readonly source: LogSource;
  private readonly head: SourceHead;
  /** Reads the source, from the beginning or from where workers have ended. Undefined when it has. */
  private reader: RecordReader | undefined;
  /** What is reported once for the source. Undefined when nothing can be added any more. */
  private perSourceFindings: PerSourceFindings | undefined;
  private readonly platform: ReadingPlatform;
  private readonly listener: ReadingListener;
  private readonly signal: AbortSignal;
  private blocks: BlockReading | undefined;
  /** Most pieces are done with when they have been read: memory that the next may take. */
  private buffer: Uint8Array | undefined;
  private offset = 0;
  private seen: SeenSource | undefined;
  private mark: SourceMark | undefined;

  constructor(source: LogSource, { index, platform, indexer, noteLookup, gzipMemory, listener, signal }: SharedReading) {
    const findings = new FindingTable(index.seed, index.findingWords, index.findingTotals);
    this.index = index;
    this.indexer = indexer;
    this.source = source;
    this.head = new SourceHead(source);
    this.platform = platform;
    this.turns = new EventLoopYielder(platform.clock);
    this.listener = listener;
    this.signal = signal;
    this.perSourceFindings = new PerSourceFindings(noteLookup);
    this.reader = new RecordReader(indexer, indexer);
    this.opened = {
      source: new DecodedSource(this.head, platform.compression, gzipMemory),
      firstRow: index.table.length,
      findings,
      shape: this.reader.shape,
      bytes: null,
      records: 0,
      failed: false,
    };
    index.sources.push(this.opened);
    if (index.sources.length === 1) {
      this.reportSchemas();
    }
  }

  /** Rejects with a `SourceProblem`, or when the signal says so. */
  async read(): Promise<void> {
    const { opened } = this;
    try {
      opened.bytes = await opened.source.open();
      this.seen = opened.bytes === null ? undefined : await SeenSource.of(this.head);
      await this.readOn();
    } finally {
      this.letGo();
    }
  }

  /** What has become of the source, which is found as another one now. */
  async compare(found: LogSource): Promise<Development> {
    const { source, seen } = this;
    if (source instanceof BytesSource && found instanceof BytesSource) {
      return source.compare(found);
    }
    return seen === undefined ? 'replaced' : seen.compare(source);
  }

  /** Whether reading can go on where the source has grown. */
  get canGoOn(): boolean {
    return this.mark !== undefined;
  }

  /** Takes back what was reported only because the source seemed to end, relations between records with it. */
  goBack(): void {
    const { opened, index, indexer } = this;
    const { offset, records, findings } = this.mark!;
    index.table.keep(opened.firstRow + records);
    opened.findings.keep(findings);
    this.perSourceFindings!.goBack(records);
    this.reader = readerAt(this.mark!, indexer);
    opened.shape = this.reader.shape;
    opened.records = records;
    this.offset = offset;
    this.blocks = undefined;
  }

  /** Reads what has been added, after {@link goBack}. Rejects as {@link read} does. */
  async readGrowth(size: number, found: LogSource): Promise<void> {
    const { source, opened } = this;
    if (source instanceof BytesSource && found instanceof BytesSource) {
      source.goOnWith(found);
    }
    opened.bytes = size;
    opened.source.goOn();
    try {
      if (this.offset < headLength) {
        this.listener.began(await opened.source.read(0, headLength, this.signal));
      }
      await this.readOn();
    } finally {
      this.letGo();
    }
  }

  private async readOn(): Promise<void> {
    const { opened, index, indexer } = this;
    const perSourceFindings = this.perSourceFindings!;
    // What is left of a source that could not be read to its end is not of this one.
    indexer.take();
    try {
      while (await this.readPiece()) {
        this.startBlocks();
        await this.readBlocks();
      }
    } finally {
      await this.blocks?.close();
    }
    this.mark = undefined;
    if (this.mayGoOn) {
      perSourceFindings.mark();
      this.mark = markEnd(this.reader!, this.offset, index.table.length - opened.firstRow, opened.findings.length);
    }
    while (this.reader!.end(maxAtOnce)) {
      await this.giveWay();
    }
    this.appendRead();
    // A stream shows its size only by ending, and a file may have grown meanwhile.
    const { consumed, compression } = opened.source;
    opened.bytes = Math.max(opened.bytes ?? 0, consumed);
    if (compression === 'none') {
      this.seen = await this.seen?.upTo(this.source, consumed);
    }
    this.reportDecodingFaults(this.reader!.endLine);
    perSourceFindings.finish(opened.findings);
    opened.findings.trim();
    opened.records = index.table.length - opened.firstRow;
  }

  /** Whether reading can go on if the source grows. What it holds was reported by its first bytes: there must have been some. */
  private get mayGoOn(): boolean {
    const { opened, index, offset } = this;
    const isKnown = this.seen !== undefined || this.source instanceof BytesSource;
    return isKnown && opened.source.canGoOn && index.table.length > opened.firstRow && offset >= encodingLength;
  }

  /** Gives back what only reading needs. */
  private letGo(): void {
    this.head.forget();
    this.reader = undefined;
    this.buffer = undefined;
    this.blocks = undefined;
    if (this.mark === undefined) {
      this.perSourceFindings = undefined;
    }
  }

  /** False at the end of the source. */
  private async readPiece(): Promise<boolean> {
    const { opened, signal, offset } = this;
    const reader = this.reader!;
    const most = this.readSize();
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
    this.reportSeam(bytes[0]!);
    const piece = this.isRanged ? wholeLines(bytes) : bytes;
    for (let more = reader.push(piece, maxAtOnce); more; more = reader.proceed(maxAtOnce)) {
      if (this.indexer.length + this.indexer.findings >= batchSize) {
        this.appendRead();
      }
      await this.giveWay();
    }
    this.appendRead();
    if (reader.offset < offset + piece.length) {
      this.buffer = undefined;
    }
    await this.proceedTo(offset + piece.length);
    return true;
  }

  /** How many bytes to read at once: few at first, and of gzip what stands side by side in memory already. */
  private readSize(): number {
    const { offset } = this;
    if (offset === 0) {
      return headLength;
    }
    const most = offset < fullRead ? secondRead : fullRead;
    return this.opened.source.compression === 'none' ? most : Math.min(most, blockSize - (offset % blockSize));
  }

  /** Whether the source's own bytes are those that are read, and can be had again at no cost. */
  private get isRanged(): boolean {
    const { source, bytes } = this.opened;
    return bytes !== null && source.isPlain;
  }

  /** Whether enough of the source is left to share the work. */
  private mayUseBlocks(): boolean {
    const { blockWorkers, schemas } = this.platform;
    const { bytes } = this.opened;
    return (
      this.isRanged &&
      blockWorkers !== undefined &&
      schemas?.checks === undefined &&
      bytes! - this.offset >= blockWorkers.minRest &&
      // Asked last: a platform counts its cores anew each time.
      blockWorkers.count > 0
    );
  }

  private get sinks(): SourceSinks {
    const { index, opened, perSourceFindings } = this;
    return { table: index.table, firstRow: opened.firstRow, findings: opened.findings, perSourceFindings: perSourceFindings! };
  }

  /** Appends what the indexer has read by now. */
  private appendRead(): void {
    const { indexer, sinks } = this;
    appendBatch(sinks, indexer.take(), nextRecord(sinks));
  }

  private startBlocks(): void {
    const { opened, index, platform } = this;
    if (this.blocks === undefined && this.mayUseBlocks() && this.reader!.betweenLines !== undefined) {
      const appender = new BlockAppender(this.sinks, () => this.giveWay());
      const setup = { seed: index.seed, formats: platform.formats };
      this.blocks = new BlockReading(platform.blockWorkers!, this.source, opened.bytes!, setup, appender, this.signal);
    }
  }

  private async readBlocks(): Promise<void> {
    const { blocks, opened, offset } = this;
    if (blocks === undefined || !this.isRanged || !(await blocks.mayReadFrom(offset))) {
      return;
    }
    const before = this.reader!.betweenLines;
    const state = await blocks.read(offset, before, (end) => {
      opened.source.passTo(end);
      return this.proceedTo(end);
    });
    if (state !== undefined && state !== before) {
      this.reader = new RecordReader(this.indexer, this.indexer, stateAt(state));
      opened.shape = this.reader.shape;
    }
  }

  private async proceedTo(offset: number): Promise<void> {
    const { opened, index } = this;
    this.offset = offset;
    opened.records = index.table.length - opened.firstRow;
    const { consumed } = opened.source;
    if (opened.bytes !== null && consumed >= identifyingPart) {
      index.table.expect(opened.firstRow + (opened.records * opened.bytes * slack) / consumed);
    }
    await this.listener.proceeded();
    await this.giveWay();
  }

  private async giveWay(): Promise<void> {
    await this.turns.next();
    this.signal.throwIfAborted();
  }

  /** The encoding may change where the next piece begins, with a byte: says that at the character. */
  private reportSeam(first: number): void {
    const { source, findings } = this.opened;
    const seam = source.seamAt(this.offset);
    if (seam !== undefined) {
      const { endLine } = this.reader!;
      const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
      const place = { record: -1, pointer: '', offset: this.offset, length, line: endLine };
      findings.add({ ...place, code: 'syntax.encoding', args: ['seam', ...seam] });
    }
  }

  /** Says at the beginning of the log which schemas of users' own it is not checked against. */
  private reportSchemas(): void {
    const place = { record: -1, pointer: '', offset: 0, length: 0, line: 1 };
    for (const args of this.platform.schemas?.unusable ?? []) {
      this.opened.findings.add({ ...place, code: 'schema.unusable', args });
    }
  }

  /** Findings of no record, at the end of what could be read. */
  private reportDecodingFaults(line: number): void {
    const { source, findings } = this.opened;
    const at = { record: -1, pointer: '', offset: this.offset, length: 0, line };
    if (source.compressionFault !== undefined) {
      findings.add({ ...at, code: 'syntax.compression', args: [source.compressionFault] });
    }
    if (source.endsWithinUnit) {
      findings.add({ ...at, code: 'syntax.encoding', args: ['half'] });
    }
  }
}

/** Without the line that is cut off at the end, unless there is no other: after whole lines a reader may have a state. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a) + 1;
  return end === 0 ? bytes : bytes.subarray(0, end);
}
