import { variantKeys } from '../../../core/formats/attestation/variants.ts';
import { builtInFormats } from '../../../core/formats/builtInFormats.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { Scan } from '../../../core/json/jsonScanner.ts';
import type { Inside } from '../../../core/reading/otherLists.ts';
import type { RecordScan } from '../../../core/reading/recordScan.ts';
import type { BrokenStretch, RecordSink } from '../../../core/reading/recordSink.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';
import type { FindingWords } from '../../findings/findingWords.ts';
import type { SchemaChecks } from '../../schemas/schemaChecks.ts';
import { KernelMatcher } from '../kernel/kernelMatcher.ts';
import { usualPace, type KernelPace } from '../kernel/kernelPace.ts';
import { TemplateReader } from '../template/templateReader.ts';
import { Templates } from '../template/templates.ts';
import { Keys } from '../values/keys.ts';
import { Shapes } from '../values/shapes.ts';
import { ValueFindings } from '../values/valueFindings.ts';
import { ValueReader } from '../values/valueReader.ts';
import { AttestationFindings } from './attestationFindings.ts';
import { brokenFinding } from './brokenFinding.ts';
import { GeneralWay } from './generalWay.ts';
import type { IndexingSteps } from './indexingSteps.ts';
import { KernelWay } from './kernelWay.ts';
import { OtherFormats } from './otherFormats.ts';
import { OtherRecords } from './otherRecords.ts';
import { NoteLookup } from './noteLookup.ts';
import { PathWay } from './pathWay.ts';
import { PerSourceFindings } from './perSourceFindings.ts';
import type { RecordBatch } from './recordBatch.ts';
import { RecordMembers } from './recordMembers.ts';
import { RecordNotes } from './recordNotes.ts';
import { RecordOutput } from './recordOutput.ts';
import { fastWays, type FastWay, type RecordWay } from './recordWay.ts';
import { TemplateWay } from './templateWay.ts';
import { WalkWay } from './walkWay.ts';

/**
 * Fills batches while a log is read: each record is scanned once, its values are numbered by their bytes, and no
 * object is made of it. There are several ways to read a record (`recordWay.ts`), which are tried one after the other.
 *
 * One indexer serves all sources of a log, one after the other, and knows of none: what is learned from one, templates,
 * shapes, keys and verdicts, need not be learned from the next.
 */
export class RecordIndexer implements RecordScan, RecordSink {
  readonly scan: Scan;
  readonly formats: FormatSet;
  private readonly output: RecordOutput;
  private readonly templates: Templates;
  private readonly matcher: KernelMatcher;
  private readonly kernelWay: KernelWay;
  private readonly walkWay: WalkWay;
  private readonly pathWay: PathWay;
  private readonly templateWay: TemplateWay;
  private readonly generalWay: GeneralWay;
  private readonly fast: readonly RecordWay[];
  /** The way that has scanned the record at hand. */
  private way: RecordWay;

  /**
   * @param table Whose dictionaries number the values.
   * @param words Number what findings say.
   * @param ways Of those beside the general one, which are tried.
   * @param schemas Of users' own, that records are held against.
   * @param pace When the kernel takes up templates.
   * @param noteContents Number what is reported once for a source.
   */
  constructor(
    table: RecordTable,
    words: FindingWords,
    seed: number,
    formats: FormatSet = builtInFormats,
    ways: readonly FastWay[] = fastWays,
    schemas?: SchemaChecks,
    pace: KernelPace = usualPace,
    noteContents?: ByteDictionary,
  ) {
    const keys = new Keys(seed);
    const keysOfVariants = new Set(variantKeys.map((key) => keys.idOf(key)));
    const notes = new RecordNotes(new PerSourceFindings(new NoteLookup(seed, noteContents)), keys, keysOfVariants);
    const output = new RecordOutput(table.outcomes, words, notes, schemas);
    const shapes = new Shapes();
    const values = new ValueReader(table, seed);
    const members = new RecordMembers(seed, keys, keysOfVariants, shapes, values);
    const { layout, fields } = members;
    const ofAttestation = new AttestationFindings(output, values, new ValueFindings(table, values), shapes, layout, formats);
    const templates = new Templates(table, values, new Scan(), seed, (key) => notes.isUnknown(key));
    const reader = new TemplateReader(table, values, shapes);
    const others = new OtherFormats(table, seed, formats, keys, values.targets);
    const records = new OtherRecords(output, formats);
    this.formats = formats;
    this.output = output;
    this.templates = templates;
    this.scan = members.scanner.scan;
    this.walkWay = new WalkWay(others, records, templates, formats, seed, pace);
    this.pathWay = new PathWay(others, records, templates, fields);
    const matcher = new KernelMatcher(templates, shapes, table, values, seed, pace);
    this.matcher = matcher;
    this.templateWay = new TemplateWay(output, templates, reader, values, ofAttestation, layout, others, matcher);
    this.kernelWay = new KernelWay(output, templates, matcher, this.templateWay, layout, others);
    this.generalWay = new GeneralWay({ formats, output, members, shapes, values, findings: ofAttestation, others, records, templates });
    this.fast = ways.map((way) => ({ kernel: this.kernelWay, walk: this.walkWay, paths: this.pathWay, templates: this.templateWay })[way]);
    this.way = this.generalWay;
  }

  /** Number of records in the batch at hand. */
  get length(): number {
    return this.output.length;
  }

  /** Number of findings in the batch at hand. */
  get findings(): number {
    return this.output.findings.length;
  }

  /** Hands out what has been read since the last call, and begins the next batch. */
  take(): RecordBatch {
    return this.output.take();
  }

  renew(): void {
    this.matcher.renew();
    this.walkWay.renew();
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    for (let index = 0; index < this.fast.length; index++) {
      const way = this.fast[index]!;
      const next = way.scan(bytes, start, end);
      if (next !== -1) {
        this.way = way;
        return next;
      }
    }
    this.way = this.generalWay;
    return this.way.scan(bytes, start, end);
  }

  get mayHoldBreaks(): boolean {
    return this.way.mayHoldBreaks;
  }

  record(bytes: Uint8Array, start: number, end: number, base: number, line: number, inside?: Inside): void {
    this.output.begin(base, line, inside);
    this.way.read(bytes, start, end);
    this.output.checkSchemas(bytes, start, end);
  }

  broken(stretch: BrokenStretch): void {
    this.output.findings.add(brokenFinding(stretch));
  }

  /** What reading has cost so far. */
  get steps(): IndexingSteps {
    const { templates, output, generalWay } = this;
    return {
      byKernel: this.kernelWay.count,
      matched: this.templateWay.count,
      walked: this.walkWay.count,
      byPaths: this.pathWay.count,
      scanned: generalWay.scanned,
      scannedSlowly: generalWay.scannedSlowly,
      judged: output.judged,
      learned: templates.learnings,
      comparedInVain: templates.comparedInVain,
      noted: output.notes.made,
    };
  }
}
