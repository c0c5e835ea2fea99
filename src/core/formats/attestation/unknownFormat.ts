import { isDocumented } from './fields.ts';

/** A member of an object, by its key. */
interface Keyed {
  readonly key: string;
}

/**
 * Whether an object has keys, and none of them is a documented key of an audit record: nothing can be said about it but what
 * it holds. An object without keys is an audit record that lacks all of them.
 */
export function isUnknownFormat(members: readonly Keyed[]): boolean {
  return members.length > 0 && !members.some(({ key }) => isDocumented(key));
}
