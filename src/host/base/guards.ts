/** Checks at run time that unknown data has a shape: what a webview sends is not believed. */
export type Guard<T> = (value: unknown) => value is T;

type Shape = Readonly<Record<string, Guard<unknown>>>;
type Guarded<G> = G extends Guard<infer T> ? T : never;
type ShapeOf<S extends Shape> = { readonly [Key in keyof S]: Guarded<S[Key]> };

/** Text of at most so many UTF-16 units. */
export function text(longest: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= longest;
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Guard<number> {
  return (value): value is number => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}

export const boolean: Guard<boolean> = (value) => typeof value === 'boolean';

export function oneOf<const T extends string>(...values: readonly T[]): Guard<T> {
  return (value): value is T => values.some((known) => known === value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** An object with these members. Other members are not looked at. */
export function shape<S extends Shape>(members: S): Guard<ShapeOf<S>> {
  return (value): value is ShapeOf<S> => isObject(value) && Object.entries(members).every(([key, guard]) => guard(value[key]));
}

/** An object with a member that may be missing and, if it is there, is of this kind. */
export function optional<const Key extends string, T>(key: Key, guard: Guard<T>): Guard<{ readonly [K in Key]?: T }> {
  return (value): value is { readonly [K in Key]?: T } => isObject(value) && (!(key in value) || guard(value[key]));
}

export function both<A, B>(first: Guard<A>, second: Guard<B>): Guard<A & B> {
  return (value): value is A & B => first(value) && second(value);
}

export function either<A, B>(first: Guard<A>, second: Guard<B>): Guard<A | B> {
  return (value): value is A | B => first(value) || second(value);
}

/** An array of `least` to `most` elements. */
export function list<T>(guard: Guard<T>, least: number, most: number): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length >= least && value.length <= most && value.every(guard);
}

export function pair<T>(guard: Guard<T>): Guard<readonly [T, T]> {
  return (value): value is readonly [T, T] => Array.isArray(value) && value.length === 2 && value.every(guard);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
