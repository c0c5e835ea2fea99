/** Milliseconds of a clock that never goes back, since any moment. */
export type Clock = () => number;

interface NodeProcess {
  readonly hrtime?: () => readonly [seconds: number, nanoseconds: number];
}

const { process } = globalThis as { readonly process?: NodeProcess };

/** Node has to load a module of 2 ms for `performance`. */
export const steadyClock: Clock = process?.hrtime === undefined ? () => performance.now() : () => milliseconds(process.hrtime!());

function milliseconds([seconds, nanoseconds]: readonly [seconds: number, nanoseconds: number]): number {
  return seconds * 1e3 + nanoseconds / 1e6;
}
