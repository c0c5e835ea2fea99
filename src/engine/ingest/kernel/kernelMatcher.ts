import { Kernel } from '../../kernel/kernel.ts';
import type { KnownTemplate } from '../template/knownTemplate.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import type { Templates } from '../template/templates.ts';
import type { Shapes } from '../values/shapes.ts';
import type { ValueReader } from '../values/valueReader.ts';
import { LoadPace, type KernelPace } from './kernelPace.ts';
import { KernelReader } from './kernelReader.ts';
import { kernelProgram, type KernelKnowledge, type KernelProgram } from './kernelProgram.ts';

/**
 * What the kernel does in vain is paid for by the records that it reads, and some of it is free: at first, and after loads. A record that
 * matches no program may have been compared with all of them, to its end.
 */
const firstCredit = 1024;
const maxCredit = 4096;
const creditOfLoad = 128;
const costOfVain = 4;
/** A record may be cut off by the end of the input if it begins no farther from it. Longer ones are left to others. */
const maxRecord = 64 * 1024;

/**
 * Has the kernel compare the records ahead with the templates that are known by now, and hands its rows out one by one, as the records
 * are asked for. What the kernel has compared in vain, and loading programs into it, costs no more than what it saves.
 */
export class KernelMatcher {
  /** After {@link scan}: what the record matches, and the index of its row's words. */
  program: KernelProgram | undefined;
  private row = 0;
  /** Index of the byte that is the first of the kernel's input. */
  private origin = 0;
  /** Undefined until there is a template to load, and where the platform has none. */
  private kernel: Kernel | undefined;
  private programs: readonly KernelProgram[] = [];
  private readonly templates: Templates;
  private readonly knowledge: KernelKnowledge;
  private readonly table: RecordTable;
  private readonly values: ValueReader;
  private readonly seed: number;
  private readonly pace: KernelPace;
  private readonly loads: LoadPace;
  private reader: KernelReader | undefined;
  private bytes: Uint8Array | undefined;
  private length = 0;
  /** Rows that have not been handed out, and the words of the first of them. */
  private left = 0;
  private next = 0;
  private credit = firstCredit;
  private isUnavailable = false;

  constructor(templates: Templates, shapes: Shapes, table: RecordTable, values: ValueReader, seed: number, pace: KernelPace) {
    this.templates = templates;
    this.knowledge = { verdicts: values.verdicts, shapes, resourceType: values.targets.resourceType };
    this.table = table;
    this.values = values;
    this.seed = seed;
    this.pace = pace;
    this.loads = new LoadPace(pace);
  }

  /** Other bytes are at hand from now on. */
  renew(): void {
    this.bytes = undefined;
    this.left = 0;
  }

  /** The offset after the record at `start` if the kernel knows all of it; else -1. */
  scan(bytes: Uint8Array, start: number, end: number): number {
    if (this.loads.isDue(this.templates.learnings)) {
      this.load();
    }
    if (this.programs.length === 0) {
      return -1;
    }
    if (!this.isAt(bytes, start) && !this.run(bytes, start, end)) {
      return -1;
    }
    const { rows } = this.kernel!;
    const row = this.next;
    const program = this.programs[rows[row]!]!;
    const after = rows[row + 3]! + this.origin;
    this.left--;
    this.next += program.words;
    if (rows[row + 1] !== 0 || after > end) {
      this.credit--;
      // The kernel learns from what is read by this one.
      this.templates.prefer(program.known);
      return -1;
    }
    this.credit = Math.min(this.credit + 1, maxCredit);
    this.row = row;
    this.program = program;
    return after;
  }

  /** Reads the record that was scanned into the fields of its template; false if something may be to be reported of it. */
  read(bytes: Uint8Array): boolean {
    return this.reader!.read(this.program!, this.row, bytes, this.origin);
  }

  /** A record was read by comparison with a template, and nothing was to be reported of it: the kernel learns its values. */
  learn(known: KnownTemplate, bytes: Uint8Array, start: number, end: number): void {
    if (bytes === this.bytes && start >= this.origin && end <= this.origin + this.length) {
      const program = this.programs.find((one) => one.known === known);
      if (program !== undefined) {
        this.reader!.learn(program, bytes, this.origin);
      }
    }
  }

  /** Whether the next row is that of the record at `start`. */
  private isAt(bytes: Uint8Array, start: number): boolean {
    if (bytes !== this.bytes) {
      return false;
    }
    const offset = start - this.origin;
    // Records may have been read, or passed over, that the kernel has seen as well.
    while (this.left > 0 && this.kernel!.rows[this.next + 2]! < offset) {
      this.next += this.programs[this.kernel!.rows[this.next]!]!.words;
      this.left--;
    }
    return this.left > 0 && this.kernel!.rows[this.next + 2] === offset;
  }

  /** Has the kernel read on from a record; false if it does not match. */
  private run(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.credit <= 0) {
      return false;
    }
    const kernel = this.kernel!;
    const isTaken = bytes === this.bytes && start >= this.origin && start < this.origin + this.length;
    this.left = isTaken ? kernel.run(start - this.origin, this.length) : 0;
    const isCut = isTaken && this.origin + this.length < end && start > this.origin + this.length - maxRecord;
    if (!isTaken || (this.left === 0 && isCut)) {
      this.bytes = bytes;
      this.origin = start;
      this.length = kernel.take(bytes, start, end);
      this.left = kernel.run(0, this.length);
    }
    this.next = 0;
    this.credit -= this.left === 0 ? costOfVain : 0;
    return this.left > 0;
  }

  /** Loads the templates that are there by now. */
  private load(): void {
    const { all, learnings } = this.templates;
    const programs = all.flatMap((known) => (known.hits < this.pace.hits ? [] : (kernelProgram(known, this.knowledge) ?? [])));
    this.loads.loaded(learnings, programs.length === all.length);
    if (this.kernel === undefined && programs.length > 0 && !this.isUnavailable) {
      this.kernel = Kernel.create(this.seed);
      this.isUnavailable = this.kernel === undefined;
      this.reader = this.kernel && new KernelReader(this.table, this.values, this.knowledge.shapes, this.kernel);
    }
    this.left = 0;
    this.credit = Math.max(this.credit, creditOfLoad);
    this.programs = programs.slice(0, this.kernel?.load(programs) ?? 0);
  }
}
