import { resolveField } from './fields.ts';

/**
 * Whether a field is a key, or a path of keys, that is none of those seen, and begins none of them.
 *
 * @param seen Fields by their names, not quoted.
 */
export function isUnseenKey(field: string, seen: readonly string[]): boolean {
  const key = keyOf(field);
  return key !== undefined && !seen.some((one) => one === field || `${keyOf(one) ?? ''}.`.startsWith(`${key}.`));
}

function keyOf(field: string): string | undefined {
  const ref = resolveField(field);
  return ref?.kind === 'key' ? ref.name : undefined;
}
