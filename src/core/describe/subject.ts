import { groupOf, isDocumented, type FieldGroup } from '../formats/attestation/fields.ts';
import type { DocumentedName } from './documentation.ts';

/** What a value of a record is, as far as the format documents it. */
export interface Subject {
  /** Undefined for keys that nothing documents, and for what stands inside them. */
  readonly name: DocumentedName | undefined;
  /** True for an element of the array `name`: one category, one identity, one target. */
  readonly element: boolean;
  readonly group: FieldGroup;
}

/**
 * Finds out what stands at a path. Records of writers that use PascalCase (Azure/ARO-RP) resolve to the same names:
 * `OperationName`, `Category`, `Result.ResultType`, `CallerIdentities[].CallerIdentityValue`. So do arrays of one element
 * that PowerShell made into that element.
 */
export function subjectOf(path: readonly (string | number)[]): Subject {
  const [key, second, third] = path;
  const name = typeof key === 'string' ? regularKey(key) : '';
  if (key === 'Result') {
    const part = typeof second === 'string' ? regularKey(second) : '';
    const isPart = path.length === 2 && (part === 'resultType' || part === 'resultDescription');
    return { name: isPart ? part : undefined, element: false, group: 'operation' };
  }
  const group = groupOf(name);
  if (!isDocumented(name)) {
    return { name: undefined, element: false, group };
  }
  if (path.length === 1) {
    return { name, element: false, group };
  }
  const isArray = name === 'auditEventCategory' || name === 'callerIdentities' || name === 'targetResources';
  if (isArray && path.length === 2 && typeof second === 'number') {
    return { name, element: true, group };
  }
  const inner = typeof second === 'number' ? third : second;
  const depth = typeof second === 'number' ? 3 : 2;
  const isMember = path.length === depth && typeof inner === 'string';
  return { name: isMember ? memberName(name, inner) : undefined, element: false, group };
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
