/** Keeps the former of two equal objects, so that whoever compares them by identity has nothing to do. */
export class Kept<T extends object> {
  #value: T | undefined;

  /** The object itself, or the former one where that has the same members. */
  of(value: T): T {
    const former = this.#value;
    this.#value = former !== undefined && haveSameMembers(former, value) ? former : value;
    return this.#value;
  }
}

function haveSameMembers<T extends object>(left: T, right: T): boolean {
  const keys = Object.keys(left) as (keyof T)[];
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}
