import { literalTerm } from '../query/editQuery.ts';
import type { ValueNode } from '../reading/valueTree.ts';
import { identityTypeOf } from '../record/identities.ts';
import type { Subject } from './subject.ts';

/**
 * The term of the filter language that finds records with this value; null where there is none: for objects and arrays,
 * and for what stands inside keys that nothing documents.
 *
 * @param type of an identity or a target, null where it has none.
 * @param text the whole decoded text of a string, the source text of anything else.
 */
export function fieldFilter(
  path: readonly (string | number)[],
  subject: Subject,
  type: string | null,
  node: ValueNode,
  text: string,
): string | null {
  const field = fieldOf(path, subject, type);
  if (field === null || node.kind === 'object' || node.kind === 'array') {
    return null;
  }
  return literalTerm(field, node.kind === 'null' ? null : text);
}

function fieldOf(path: readonly (string | number)[], { name, element }: Subject, type: string | null): string | null {
  switch (name) {
    case undefined: {
      const [key] = path;
      return path.length === 1 && typeof key === 'string' && key !== '' ? `key.${key}` : null;
    }
    case 'callerIdentityType':
    case 'targetResourceType':
      return null;
    case 'callerIdentity':
      if (type === null || type === '') {
        return 'caller';
      }
      return identityTypeOf(type)?.name === 'TenantId' ? 'tenant' : `caller.${type}`;
    case 'targetResourceName':
      return type === null || type === '' ? 'target' : `target.${type}`;
    default:
      return element && name !== 'auditEventCategory' ? null : name;
  }
}
