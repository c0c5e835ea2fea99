import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { FormScanner } from './formScanner.ts';
import type { LeafTemplate } from './leafTemplate.ts';
import type { PathScanner } from './pathScanner.ts';

/** After so many records in a row that were scanned in vain it pauses, for so many records. */
const maxVain = 64;
const pause = 1024;

/** Scans records whose format is data in one pass, as long as they are of formats that were there before. */
export class FormatScanner {
  private readonly formats: FormatSet;
  private readonly seed: number;
  private readonly forms = new Map<CompiledFormat, FormScanner>();
  /** The format of the last record; undefined where that was one of Attestation. */
  private current: FormScanner | undefined;
  private vain = 0;
  private left = 0;

  constructor(formats: FormatSet, seed: number) {
    this.formats = formats;
    this.seed = seed;
  }

  /** Scans the record at `start`; returns the offset after it, or -1 where it is left to other ways. */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (this.current === undefined) {
      return -1;
    }
    if (this.left > 0) {
      this.left--;
      return -1;
    }
    const next = this.readAs(this.current, bytes, start, end, true);
    this.vain = next === -1 ? this.vain + 1 : 0;
    if (this.vain === maxVain) {
      this.vain = 0;
      this.left = pause;
    }
    return next;
  }

  /** The format that the next record is expected to have; undefined after a record of Attestation. */
  get expected(): CompiledFormat | undefined {
    return this.current?.compiled;
  }

  /** The format of the record that was read. */
  get format(): CompiledFormat {
    return this.current!.compiled;
  }

  /** The template that it has matched, if it has one. */
  get template(): LeafTemplate | undefined {
    return this.current!.template;
  }

  /** What was found in it otherwise. */
  get scanned(): PathScanner {
    return this.current!.scanner;
  }

  /** Learns from the record that was read, which matched no template and of which nothing is to be reported. */
  missed(bytes: Uint8Array, start: number, end: number): void {
    this.current!.missed(bytes, start, end);
  }

  /** The last record was read in another way, and is of this format; of none if it is Attestation's. */
  expect(format: CompiledFormat | undefined): void {
    this.current = format && this.formOf(format);
  }

  private readAs(form: FormScanner, bytes: Uint8Array, start: number, end: number, mayDiffer: boolean): number {
    const next = form.read(bytes, start, end);
    const format = next === -1 ? undefined : form.format;
    if (format === undefined) {
      return -1;
    }
    if (format === form.compiled) {
      this.current = form;
      return next;
    }
    return mayDiffer ? this.readAs(this.formOf(format), bytes, start, end, false) : -1;
  }

  private formOf(format: CompiledFormat): FormScanner {
    let form = this.forms.get(format);
    if (form === undefined) {
      form = new FormScanner(format, this.formats, this.seed);
      this.forms.set(format, form);
    }
    return form;
  }
}
