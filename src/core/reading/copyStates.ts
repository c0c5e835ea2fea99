/**
 * Gives another object of the same class the state of the first. An object is taken to consist of the objects of classes
 * that it holds, and these of those that they hold: each has its counterpart in the other object, from its constructor, and
 * the values of its fields are set there. So a new field is copied without anybody having to think of it.
 *
 * Two kinds of values are shared in place of being copied: bytes and plain objects, which must be replaced and never
 * changed, and what is named. Functions stay, as they belong to their object. Whatever else there is, such as an array, a map
 * or a part without a counterpart, would be shared by mistake.
 *
 * @throws {TypeError} If there is something of that kind.
 */
export function copyStates(from: object, into: object, shared: readonly object[]): void {
  const copies = new Map([[from, into]]);
  // Those that are added meanwhile are visited as well.
  for (const [original, copy] of copies) {
    for (const [key, value] of Object.entries(original) as [string, unknown][]) {
      if (typeof value === 'object' && value !== null && !shared.includes(value) && !isPlain(value)) {
        copies.set(value, counterpart(value, Reflect.get(copy, key), key));
      } else if (typeof value !== 'function') {
        Reflect.set(copy, key, value);
      }
    }
  }
}

function isPlain(value: object): boolean {
  return ArrayBuffer.isView(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function counterpart(part: object, own: unknown, key: string): object {
  const isOfClass = Object.prototype.toString.call(part) === '[object Object]';
  if (!isOfClass || typeof own !== 'object' || own === null || own.constructor !== part.constructor) {
    throw new TypeError(`“${key}” cannot be copied`);
  }
  return own;
}
