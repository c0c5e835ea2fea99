import type { FormatSet } from '../../../core/formats/formatSet.ts';
import type { KernelPace } from '../kernel/kernelPace.ts';
import type { Templates } from '../template/templates.ts';
import { RecordWalker } from '../walk/recordWalker.ts';
import type { ReadRoles } from '../walk/roleStates.ts';
import { WalkPace } from '../walk/walkPace.ts';
import type { OtherFormats } from './otherFormats.ts';
import type { OtherRecords } from './otherRecords.ts';
import type { RecordWay } from './recordWay.ts';

/** Reads records whose format is data, and which the kernel has walked over along the paths of the format of the record before. */
export class WalkWay implements RecordWay {
  /** Records that were read. */
  count = 0;
  private readonly others: OtherFormats;
  private readonly records: OtherRecords;
  private readonly templates: Templates;
  private readonly formats: FormatSet;
  private readonly seed: number;
  private readonly pace: WalkPace;
  /** Undefined before it is needed, and where the platform has no kernel. */
  private walker: RecordWalker | undefined;

  constructor(others: OtherFormats, records: OtherRecords, templates: Templates, formats: FormatSet, seed: number, kernelPace: KernelPace) {
    this.others = others;
    this.records = records;
    this.templates = templates;
    this.formats = formats;
    this.seed = seed;
    this.pace = new WalkPace(kernelPace);
  }

  /** Other bytes are at hand from now on. */
  renew(): void {
    this.walker?.renew();
  }

  scan(bytes: Uint8Array, start: number, end: number): number {
    const { expected, roles, matched } = this.others;
    if (expected === undefined || !this.pace.isDue(matched)) {
      return -1;
    }
    this.walker ??= this.pace.made(RecordWalker.create(this.formats, this.seed));
    return this.walker === undefined ? -1 : this.walker.scan(expected, bytes, start, end, roles.idSeed(expected));
  }

  get mayHoldBreaks(): boolean {
    return this.walker!.mayHoldBreaks;
  }

  read(bytes: Uint8Array, start: number, end: number): void {
    const { form, record } = this.walker!;
    const { fields, states, compiled } = form!;
    this.count++;
    fields.format = this.others.roles.formatId(compiled);
    states.read(record, fields, this.readRoles);
    // What is walked over is sound.
    this.records.add(compiled, fields, bytes, start, end, true);
    this.templates.missed(bytes, start, end);
  }

  private readonly readRoles: ReadRoles = (compiled, source, fields, roles) => {
    this.others.roles.readRoles(compiled, source, fields, roles);
  };
}
