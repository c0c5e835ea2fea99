import type { KernelMatcher } from '../kernel/kernelMatcher.ts';
import type { Templates } from '../template/templates.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import type { OtherFormats } from './otherFormats.ts';
import type { RecordOutput } from './recordOutput.ts';
import type { RecordWay } from './recordWay.ts';
import type { TemplateWay } from './templateWay.ts';

/**
 * Reads records of Attestation that match a template with values that are all known, as the kernel says. All others are left to
 * the next ways, and the kernel learns from them.
 */
export class KernelWay implements RecordWay {
  /** Records that were read. */
  count = 0;
  private readonly output: RecordOutput;
  private readonly templates: Templates;
  private readonly matcher: KernelMatcher;
  private readonly templateWay: TemplateWay;
  private readonly layout: RecordLayout;
  private readonly others: OtherFormats;

  constructor(
    output: RecordOutput,
    templates: Templates,
    matcher: KernelMatcher,
    templateWay: TemplateWay,
    layout: RecordLayout,
    others: OtherFormats,
  ) {
    this.output = output;
    this.templates = templates;
    this.matcher = matcher;
    this.templateWay = templateWay;
    this.layout = layout;
    this.others = others;
  }

  scan(bytes: Uint8Array, start: number, end: number): number {
    return this.matcher.scan(bytes, start, end);
  }

  get mayHoldBreaks(): boolean {
    return this.matcher.program!.known.template.mayHoldBreaks;
  }

  read(bytes: Uint8Array, start: number, end: number): void {
    const { output, templates, matcher } = this;
    const { known } = matcher.program!;
    if (!output.notes.knowsAll(known) || !matcher.read(bytes)) {
      // Something is to be reported of it, for which it is looked at again.
      templates.matchAgain(known, bytes, start, end);
      this.templateWay.read(bytes, start, end);
      return;
    }
    this.count++;
    templates.matchedElsewhere(known, end - start);
    this.others.passAttestation();
    output.notes.matched(known, bytes, start, this.layout);
    output.push(known.fields, start, end);
  }
}
