import { isDocumented } from './fields.ts';
import { callerKeys, keyOf, targetKeys } from './roleKeys.ts';

/** The key of an object that holds result and description, in records of writers that use PascalCase. */
export const resultObjectKey = 'Result';

/** The key that those writers have for a list of categories, which is one text. */
const categoryKey = 'Category';

/** The regular spelling of keys within identities and targets that other writers have. */
const pairKeys: ReadonlyMap<string, string> = new Map([
  ...[callerKeys.type, callerKeys.value, targetKeys.type, targetKeys.value].map((key): [string, string] => [pascalCase(key), key]),
  ['CallerIdentityValue', callerKeys.value],
]);

/** The documented key that a key of a PascalCase record is another spelling of, or the key itself. */
export function regularKey(key: string): string {
  if (key === categoryKey) {
    return keyOf.category;
  }
  const lower = camelCase(key);
  return isDocumented(lower) ? lower : key;
}

/** As {@link regularKey} of a key within an identity or a target. */
export function regularPairKey(key: string): string {
  return pairKeys.get(key) ?? key;
}

export function pascalCase(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function camelCase(key: string): string {
  const first = key.charCodeAt(0);
  return first < 0x41 || first > 0x5a ? key : key.charAt(0).toLowerCase() + key.slice(1);
}
