/**
 * Reads up to `length` bytes from `offset`; fewer only at the end, none behind it. Whoever reads must not change them. What
 * takes long looks at the signal.
 */
export type ReadRange = (offset: number, length: number, signal?: AbortSignal) => Promise<Uint8Array>;
