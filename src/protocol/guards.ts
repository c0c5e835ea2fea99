/**
 * Run-time checks of unknown data, and the types that follow from them: what another process sends is checked before use. A
 * type that is derived from its guard ({@link Guarded}) has no member that nothing checks.
 */
export type Guard<T> = (value: unknown) => value is T;

/** The type of the values that a guard accepts. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

/** A member that may be missing, and has this type where it is present. */
interface Optional<T> {
  readonly optional: Guard<T>;
}

type Member = Guard<unknown> | Optional<unknown>;
type Members = Readonly<Record<string, Member>>;
type RequiredKeys<M extends Members> = { [Key in keyof M]: M[Key] extends Optional<unknown> ? never : Key }[keyof M];
type Shaped<M extends Members> = { readonly [Key in RequiredKeys<M>]: Guarded<M[Key]> } & {
  readonly [Key in Exclude<keyof M, RequiredKeys<M>>]?: M[Key] extends Optional<infer T> ? T : never;
};

/** Text of at most `maxLength` UTF-16 units. */
export function text(maxLength: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= maxLength;
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): Guard<number> {
  return (value): value is number => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
}

export const boolean: Guard<boolean> = (value) => typeof value === 'boolean';

export function oneOf<const T extends string>(...values: readonly T[]): Guard<T> {
  return (value): value is T => values.some((known) => known === value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** An object with these members. Other members are ignored. */
export function shape<const M extends Members>(members: M): Guard<Shaped<M>> {
  const entries = Object.entries(members);
  return (value): value is Shaped<M> =>
    isObject(value) &&
    entries.every(([key, member]) => (typeof member === 'function' ? member(value[key]) : !(key in value) || member.optional(value[key])));
}

export function optional<T>(guard: Guard<T>): Optional<T> {
  return { optional: guard };
}

export function either<A, B>(first: Guard<A>, second: Guard<B>): Guard<A | B> {
  return (value): value is A | B => first(value) || second(value);
}

/** An array of `min` to `max` elements. */
export function list<T>(guard: Guard<T>, min: number, max: number): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length >= min && value.length <= max && value.every(guard);
}

export function pair<T>(guard: Guard<T>): Guard<readonly [T, T]> {
  return (value): value is readonly [T, T] => Array.isArray(value) && value.length === 2 && value.every(guard);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `key` is the name of a member of the object itself, not of its prototype. */
export function isOwnKey<T extends object>(object: T, key: unknown): key is keyof T {
  return typeof key === 'string' && Object.hasOwn(object, key);
}
