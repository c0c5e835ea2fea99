import { kernelBytes } from './generated/kernelBytes.js';
import { bytesOfBase64, hasSimd, webAssembly } from './webAssembly.ts';

interface Global {
  readonly value: number;
}

/** What the module exports (`assembly/`), as far as it is used here and in tests. Addresses are offsets of its memory. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly inputAt: Global;
  readonly inputSize: Global;
  readonly programsAt: Global;
  readonly programsSize: Global;
  readonly rowsAt: Global;
  readonly memoryEnd: Global;
  readonly day: Global;
  readonly second: Global;
  readonly tick: Global;
  run(offset: number, length: number): number;
  setPrograms(count: number): void;
  find(place: number, from: number, end: number): number;
  learn(place: number, from: number, end: number, id: number): number;
  seedValues(seed: number): void;
  readTime(from: number, end: number, needsZone: number): number;
  areEqual(left: number, right: number, length: number): number;
  closingQuote(from: number, end: number): number;
  isPlain(from: number, end: number): number;
  requestHash(from: number, end: number): number;
  walk(plan: number, rolePlaces: number, offset: number, length: number, maxRows: number): number;
  stringEnd(from: number): number;
  scalarEnd(from: number): number;
  readonly learnedListAt: Global;
  learnState(place: number, count: number, state: number): number;
  contentHash(from: number, end: number, seed: number): number;
}

let compiled: object | undefined;

/** An instance of the kernel with a memory of its own; undefined where there is no WebAssembly with SIMD. */
export function kernelExports(platform = webAssembly): KernelExports | undefined {
  if (platform === undefined || !hasSimd(platform)) {
    return undefined;
  }
  try {
    compiled ??= new platform.Module(bytesOfBase64(kernelBytes));
    return new platform.Instance(compiled, {}).exports as KernelExports;
  } catch {
    // A content security policy may forbid it, or there may be no memory left.
    return undefined;
  }
}

/** Compares records with templates, which are programs in its memory, and looks their values up among those that it knows. */
export class Kernel {
  /** Rows of words, after {@link run}: see `assembly/match.ts`. */
  readonly rows: Int32Array;
  /** As many bytes of a log as the kernel takes at once. */
  readonly inputSize: number;
  private readonly exports: KernelExports;
  private readonly input: Uint8Array;
  private readonly inputAt: number;
  private readonly bytes: Uint8Array;
  private readonly words: Uint32Array;
  private readonly programsAt: number;
  private readonly programsEnd: number;

  private constructor(exports: KernelExports, seed: number) {
    const { buffer } = exports.memory;
    this.exports = exports;
    this.inputAt = exports.inputAt.value;
    this.inputSize = exports.inputSize.value;
    this.programsAt = exports.programsAt.value;
    this.programsEnd = this.programsAt + exports.programsSize.value;
    this.input = new Uint8Array(buffer, this.inputAt, this.inputSize);
    this.rows = new Int32Array(buffer, exports.rowsAt.value);
    this.bytes = new Uint8Array(buffer);
    this.words = new Uint32Array(buffer);
    exports.seedValues(seed);
  }

  /** Undefined where the platform cannot run it. */
  static create(seed: number): Kernel | undefined {
    const exports = kernelExports();
    return exports && new Kernel(exports, seed);
  }

  /** Takes bytes as its input, as many as it can; returns how many. */
  take(bytes: Uint8Array, start: number, end: number): number {
    const length = Math.min(end - start, this.inputSize);
    this.input.set(bytes.subarray(start, start + length));
    return length;
  }

  /** Reads records of the input from an offset on, as long as they match; returns how many. */
  run(offset: number, length: number): number {
    return this.exports.run(offset, length);
  }

  /** Learns what a value of the input is in places of a number. */
  learn(place: number, start: number, end: number, id: number): void {
    this.exports.learn(place, this.inputAt + start, this.inputAt + end, id);
  }

  /**
   * Takes templates in place of those before: the literals around the slots of each, one more than slots, and for each slot what is done
   * with it and the number of its place. Returns how many fit.
   */
  load(programs: readonly { readonly literals: readonly Uint8Array[]; readonly slots: readonly KernelSlot[] }[]): number {
    const { bytes, words, programsAt } = this;
    let at = programsAt + programs.length * 4;
    for (const [index, { literals, slots }] of programs.entries()) {
      const program = at;
      let text = program + 4 + slots.length * 16 + 8;
      const length = literals.reduce((sum, literal) => sum + literal.length, 0);
      if (text + length + 3 > this.programsEnd) {
        this.exports.setPrograms(index);
        return index;
      }
      words[(programsAt >> 2) + index] = program;
      words[program >> 2] = slots.length;
      for (const [number, literal] of literals.entries()) {
        const word = (program + 4 + number * 16) >> 2;
        words[word] = text;
        words[word + 1] = literal.length;
        bytes.set(literal, text);
        text += literal.length;
        if (number < slots.length) {
          words[word + 2] = slots[number]!.action;
          words[word + 3] = slots[number]!.place;
        }
      }
      at = (text + 3) & ~3;
    }
    this.exports.setPrograms(programs.length);
    return programs.length;
  }
}

/** What is done with the value of a slot, as `assembly/match.ts` has it. */
export const actions = { lookUp: 0, time: 1, sequence: 2, request: 3, pass: 4 } as const;

/** What else than strings a slot takes whose values are not looked up: bits of its place. */
export const takes = { null: 1, numbers: 2 } as const;

export interface KernelSlot {
  readonly action: number;
  /** Of a slot whose values are looked up: values of one place have one meaning. Below 65,536. */
  readonly place: number;
}
