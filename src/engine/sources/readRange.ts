/**
 * Reads up to `length` bytes from `offset`; fewer only at the end, none after it. Whoever reads must not change them. What
 * takes long looks at the signal. What is read may be put `into` an array with room for it.
 */
export type ReadRange = (offset: number, length: number, signal?: AbortSignal, into?: Uint8Array) => Promise<Uint8Array>;
