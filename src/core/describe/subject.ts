import { groupOf, isDocumented, type FieldGroup } from '../formats/attestation/fields.ts';
import type { DocumentedName } from './documentation.ts';

/** What a value of a record is, as far as the format documents it. */
export interface Subject {
  /** Undefined for keys that nothing documents, and for what is inside them. */
  readonly name: DocumentedName | undefined;
  /** True for an element of the array `name`: one category, one identity, one target. */
  readonly element: boolean;
  readonly group: FieldGroup;
}

/**
 * Finds out what is at a path. Records of writers that use PascalCase (Azure/ARO-RP) resolve to the same names:
 * `OperationName`, `Category`, `Result.ResultType`, `CallerIdentities[].CallerIdentityValue`. So do arrays of one element
 * that PowerShell made into that element.
 */
export function subjectOf(path: readonly (string | number)[]): Subject {
  const [key] = path;
  if (key === 'Result') {
    return { name: resultPart(path), element: false, group: 'operation' };
  }
  const name = typeof key === 'string' ? regularKey(key) : '';
  const group = groupOf(name);
  if (!isDocumented(name)) {
    return { name: undefined, element: false, group };
  }
  if (path.length === 1) {
    return { name, element: false, group };
  }
  if (arrays.has(name) && path.length === 2 && typeof path[1] === 'number') {
    return { name, element: true, group };
  }
  return { name: memberAt(name, path), element: false, group };
}

/** Documented keys whose values are arrays. */
const arrays: ReadonlySet<string> = new Set(['auditEventCategory', 'callerIdentities', 'targetResources']);

/** What is at a path within the object that some writers have under the key `Result`. */
function resultPart(path: readonly (string | number)[]): DocumentedName | undefined {
  const part = path.length === 2 && typeof path[1] === 'string' ? regularKey(path[1]) : '';
  return part === 'resultType' || part === 'resultDescription' ? part : undefined;
}

/** What is at a path right in an element of an array, or in what PowerShell made of the only one. */
function memberAt(array: string, path: readonly (string | number)[]): DocumentedName | undefined {
  const depth = typeof path[1] === 'number' ? 3 : 2;
  const key = path[depth - 1];
  return path.length === depth && typeof key === 'string' ? memberName(array, key) : undefined;
}

function memberName(array: string, key: string): DocumentedName | undefined {
  const name = regularKey(key);
  switch (name) {
    case 'callerIdentityType':
    case 'callerIdentity':
    case 'callerDisplayName':
    case 'callerIpAddress':
      return array === 'callerIdentities' ? name : undefined;
    case 'callerIdentityValue':
      return array === 'callerIdentities' ? 'callerIdentity' : undefined;
    case 'targetResourceType':
    case 'targetResourceName':
      return array === 'targetResources' ? name : undefined;
    default:
      return undefined;
  }
}

function regularKey(key: string): string {
  return key === 'Category' ? 'auditEventCategory' : key.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}
