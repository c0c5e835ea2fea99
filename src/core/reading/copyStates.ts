/**
 * Gives other objects of the same classes the states of the first: all that they hold but each other, and functions. Bytes
 * and what else they hold is shared, so that it must be replaced and never changed.
 */
export function copyStates(from: readonly object[], into: readonly object[]): void {
  for (const [number, object] of from.entries()) {
    const state = Object.entries(object).filter(([, value]) => typeof value !== 'function' && !from.includes(value as object));
    Object.assign(into[number]!, Object.fromEntries(state));
  }
}
