/** Milliseconds of a clock that never goes back, since any moment. */
export type Clock = () => number;

export const steadyClock: Clock = () => performance.now();
