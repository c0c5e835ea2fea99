/**
 * Gives another object of the same class the state of the first: all that it holds, and what the objects of classes that it
 * consists of hold. Bytes and plain data are shared, so that they must be replaced and never changed; so is what is named.
 */
export function copyStates(from: object, into: object, shared: readonly object[]): void {
  const originals = partsOf(from, shared);
  const copies = partsOf(into, shared);
  for (const [number, original] of originals.entries()) {
    const state = Object.entries(original).filter(([, value]) => typeof value !== 'function' && !originals.includes(value as object));
    Object.assign(copies[number]!, Object.fromEntries(state));
  }
}

/** An object and all objects of classes that it consists of, in an order that follows from its class. */
function partsOf(whole: object, shared: readonly object[]): readonly object[] {
  const parts = [whole];
  for (const part of parts) {
    for (const value of Object.values(part) as readonly unknown[]) {
      if (isPart(value) && !shared.includes(value) && !parts.includes(value)) {
        parts.push(value);
      }
    }
  }
  return parts;
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && Object.getPrototypeOf(value) !== Object.prototype;
}
