import { variantKeys } from '../../../core/formats/attestation/variants.ts';
import { builtInFormats } from '../../../core/formats/builtInFormats.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { Scan } from '../../../core/json/jsonScanner.ts';
import type { Inside } from '../../../core/reading/otherLists.ts';
import type { RecordScan } from '../../../core/reading/recordScan.ts';
import type { BrokenStretch, RecordSink } from '../../../core/reading/recordSink.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import type { FindingSink } from '../../findings/findingTable.ts';
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
import { PathWay } from './pathWay.ts';
import { PerSourceFindings } from './perSourceFindings.ts';
import { RecordMembers } from './recordMembers.ts';
import { RecordNotes } from './recordNotes.ts';
import { RecordOutput } from './recordOutput.ts';
import { fastWays, type FastWay, type RecordWay } from './recordWay.ts';
import { TemplateWay } from './templateWay.ts';
import { WalkWay } from './walkWay.ts';

/**
 * Fills the columns while a log is read: each record is scanned once, its values are numbered by their bytes, and no
 * object is made of it. There are several ways to read a record (`recordWay.ts`), which are tried one after the other.
 *
 * One indexer serves all sources of a log, one after the other ({@link continueWith}): what is learned from one, templates,
 * shapes, keys and verdicts, need not be learned from the next.
 */
export class RecordIndexer implements RecordScan, RecordSink {
  readonly scan: Scan;
  readonly formats: FormatSet;
  private readonly output: RecordOutput;
  private readonly members: RecordMembers;
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
   * @param ways Of those beside the general one, which are tried.
   * @param schemas Of users' own, that records are held against.
   * @param pace When the kernel takes up templates.
   */
  constructor(
    table: RecordTable,
    findings: FindingSink,
    seed: number,
    formats: FormatSet = builtInFormats,
    ways: readonly FastWay[] = fastWays,
    schemas?: SchemaChecks,
    pace: KernelPace = usualPace,
  ) {
    const keys = new Keys(seed);
    const keysOfVariants = new Set(variantKeys.map((key) => keys.idOf(key)));
    const notes = new RecordNotes(new PerSourceFindings(findings, seed), keys, keysOfVariants);
    const output = new RecordOutput(table, findings, notes, schemas);
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
    this.members = members;
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

  /** What is reported once for the source. */
  get perSourceFindings(): PerSourceFindings {
    return this.output.notes.perSourceFindings;
  }

  /** What is read from now on comes from another source, whose records are in the table from `firstRow` on. */
  continueWith(findings: FindingSink, firstRow: number, perSourceFindings: PerSourceFindings): void {
    this.output.continueWith(findings, firstRow, perSourceFindings);
    // Rows may have been taken back.
    this.members.forgetRows();
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
