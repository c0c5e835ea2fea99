import { groupOf, isDocumented } from '../formats/attestation/fields.ts';
import { pascalCase, regularKey, regularPairKey, resultObjectKey } from '../formats/attestation/regularKey.ts';
import { callerKeys, keyOf, roleOf, targetKeys, type ValueRole } from '../formats/attestation/roleKeys.ts';
import type { FieldGroup } from '../formats/definition/formatDocumentation.ts';

/** What a value of a record is, as far as the format documents it. */
export interface Subject {
  /** Undefined for keys that nothing documents, and for what is inside them. */
  readonly name: string | undefined;
  /** What a value of that name says. */
  readonly role: ValueRole | undefined;
  /** True for an element of the array `name`: one category, one identity, one target. */
  readonly element: boolean;
  readonly group: FieldGroup;
}

/**
 * Finds out what is at a path. Records of writers that use PascalCase (Azure/ARO-RP) resolve to the same names. So do arrays
 * of one element that PowerShell made into that element.
 */
export function subjectOf(path: readonly (string | number)[]): Subject {
  const [key] = path;
  if (key === resultObjectKey) {
    return subject(resultPart(path), 'operation');
  }
  const name = typeof key === 'string' ? regularKey(key) : '';
  const group = groupOf(name);
  if (!isDocumented(name)) {
    return subject(undefined, group);
  }
  if (path.length === 1) {
    return subject(name, group);
  }
  if (arrays.has(name) && path.length === 2 && typeof path[1] === 'number') {
    return { ...subject(name, group), element: true };
  }
  return subject(memberAt(name, path), group);
}

function subject(name: string | undefined, group: FieldGroup): Subject {
  return { name, role: name === undefined ? undefined : roleOf(name), element: false, group };
}

/** Documented keys whose values are arrays. */
const arrays: ReadonlySet<string> = new Set([keyOf.category, keyOf.callers, keyOf.targets]);

/** What is at a path within the object that some writers have for the result. */
function resultPart(path: readonly (string | number)[]): string | undefined {
  const part = path.length === 2 && typeof path[1] === 'string' ? regularKey(path[1]) : '';
  return part === keyOf.result || part === keyOf.description ? part : undefined;
}

/** What is at a path right in an element of an array, or in what PowerShell made of the only one. */
function memberAt(array: string, path: readonly (string | number)[]): string | undefined {
  const depth = typeof path[1] === 'number' ? 3 : 2;
  const key = path[depth - 1];
  return path.length === depth && typeof key === 'string' ? memberName(array, key) : undefined;
}

/** What may be within an element of each array. */
const membersOf: ReadonlyMap<string, readonly string[]> = new Map([
  [keyOf.callers, [callerKeys.type, callerKeys.value, keyOf.displayName, keyOf.address]],
  [keyOf.targets, [targetKeys.type, targetKeys.value]],
]);

function memberName(array: string, key: string): string | undefined {
  const name = regularKey(regularPairKey(pascalCase(key)));
  return membersOf.get(array)?.includes(name) === true ? name : undefined;
}
