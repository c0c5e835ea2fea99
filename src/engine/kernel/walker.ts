import { kernelExports, type KernelExports } from './kernel.ts';
import { PlanWriter, type PlanNode } from './plan.ts';

/** Words of a row's head, by what they hold: see `assembly/walk.ts`. */
export const rowHead = { start: 0, end: 1, shape: 2, breaks: 4, day: 5, second: 6, tick: 7, values: 8, states: 9 } as const;
export const headWords = 17;
/** How many roles have states. */
export const roleCount = 8;
/** No list of ids is longer. */
export const maxIds = 64;
/** Words of a value, by what they hold: its slot, with a mark if nothing is said of it. */
export const rowValue = { slot: 0, said: 1, start: 2, end: 3 } as const;
export const valueWords = 4;
export const slotMask = 0xffff;
export const openMark = 0x1_0000;
/** Nothing is said of the value but the hash of its content. */
export const hashedMark = 0x2_0000;

/** A plan in the memory of the kernel. */
export interface LoadedPlan {
  readonly address: number;
  readonly rolePlaces: number;
}

/** Walks over records along the paths of formats, and looks up the values that it finds. */
export class Walker {
  /** Rows of words, after {@link walk}. */
  readonly rows: Int32Array;
  private readonly exports: KernelExports;
  private readonly input: Uint8Array;
  private readonly inputAt: number;
  private readonly plans: PlanWriter;
  private readonly list: Uint32Array;

  private constructor(exports: KernelExports, seed: number) {
    const { buffer } = exports.memory;
    const plansAt = exports.programsAt.value;
    this.exports = exports;
    this.inputAt = exports.inputAt.value;
    this.input = new Uint8Array(buffer, this.inputAt, exports.inputSize.value);
    this.rows = new Int32Array(buffer, exports.rowsAt.value);
    this.plans = new PlanWriter(buffer, plansAt, plansAt + exports.programsSize.value);
    this.list = new Uint32Array(buffer, exports.learnedListAt.value, maxIds);
    exports.seedValues(seed);
  }

  /** Undefined where the platform cannot run it. */
  static create(seed: number): Walker | undefined {
    const exports = kernelExports();
    return exports && new Walker(exports, seed);
  }

  /**
   * Undefined if there is no room for the plan.
   *
   * @param rolePlaces The number of the place of its first role.
   */
  load(plan: PlanNode, rolePlaces: number): LoadedPlan | undefined {
    const address = this.plans.write(plan);
    return address === undefined ? undefined : { address, rolePlaces };
  }

  /** Takes bytes as its input, as many as it can; returns how many. */
  take(bytes: Uint8Array, start: number, end: number): number {
    const length = Math.min(end - start, this.input.length);
    this.input.set(bytes.subarray(start, start + length));
    return length;
  }

  /** Walks over records of the input from an offset on, at most so many; returns over how many. */
  walk({ address, rolePlaces }: LoadedPlan, offset: number, length: number, maxRows: number): number {
    return this.exports.walk(address, rolePlaces, offset, length, maxRows);
  }

  /** Gives a value of the input, in places of a number, an id; returns the id that it has, or -1 if there is no room for it. */
  learn(place: number, start: number, end: number, id: number): number {
    return this.exports.learn(place, this.inputAt + start, this.inputAt + end, id);
  }

  /** Gives a list of ids, at most {@link maxIds}, a state; returns the state that it has, or -1 if there is no room for it. */
  learnState(place: number, ids: ArrayLike<number>, count: number, state: number): number {
    for (let index = 0; index < count; index++) {
      this.list[index] = ids[index]!;
    }
    return this.exports.learnState(place, count, state);
  }
}
