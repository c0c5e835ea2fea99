import type { KernelMatcher } from '../kernel/kernelMatcher.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import type { ValueReader } from '../values/valueReader.ts';
import type { TemplateReader } from '../template/templateReader.ts';
import type { Templates } from '../template/templates.ts';
import type { AttestationFindings } from './attestationFindings.ts';
import type { OtherFormats } from './otherFormats.ts';
import type { RecordOutput } from './recordOutput.ts';
import type { RecordWay } from './recordWay.ts';

/** Reads records of Attestation that match a template of those before: a comparison of keys, and a scan of what differs. */
export class TemplateWay implements RecordWay {
  /** Records that were read. */
  count = 0;
  private readonly output: RecordOutput;
  private readonly templates: Templates;
  private readonly reader: TemplateReader;
  private readonly values: ValueReader;
  private readonly findings: AttestationFindings;
  private readonly layout: RecordLayout;
  private readonly others: OtherFormats;
  private readonly kernel: KernelMatcher;

  constructor(
    output: RecordOutput,
    templates: Templates,
    reader: TemplateReader,
    values: ValueReader,
    findings: AttestationFindings,
    layout: RecordLayout,
    others: OtherFormats,
    kernel: KernelMatcher,
  ) {
    this.output = output;
    this.templates = templates;
    this.reader = reader;
    this.values = values;
    this.findings = findings;
    this.layout = layout;
    this.others = others;
    this.kernel = kernel;
  }

  scan(bytes: Uint8Array, start: number, end: number): number {
    return this.templates.match(bytes, start, end);
  }

  get mayHoldBreaks(): boolean {
    return this.templates.matched.template.mayHoldBreaks;
  }

  read(bytes: Uint8Array, start: number, end: number): void {
    const { output, values, findings, layout } = this;
    const known = this.templates.matched;
    this.count++;
    this.others.passAttestation();
    this.reader.read(known, bytes);
    output.notes.matched(known, bytes, start, layout);
    values.isRegular &&= known.template.isWellFormed;
    const isClean = values.isRegular && known.isShapeClean && findings.isClean(known.fields);
    output.push(known.fields, start, end);
    if (isClean) {
      this.kernel.learn(known, bytes, start, end);
    } else {
      known.fill(layout, start);
      findings.report(bytes, start, end, known.fields, known.isShapeClean);
    }
  }
}
