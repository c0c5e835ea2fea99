import { envelopeKey } from '../formats/attestation/identifyingKeys.ts';
import { resultObjectKey } from '../formats/attestation/regularKey.ts';
import { literalTerm } from '../query/editQuery.ts';
import type { ValueNode } from '../json/valueTree.ts';
import { identityTypeOf } from '../record/identities.ts';
import { subjectOf, type Subject } from './subject.ts';

/**
 * The term of the filter language that finds records with this value; null where there is none: for objects and arrays,
 * and for what is inside documented keys but for categories, identities and targets.
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

function fieldOf(path: readonly (string | number)[], { name, role, element }: Subject, type: string | null): string | null {
  if (name === undefined) {
    return keyPath(path);
  }
  switch (role) {
    case 'callerType':
    case 'targetType':
      return null;
    case 'caller':
      if (type === null || type === '') {
        return 'caller';
      }
      return identityTypeOf(type)?.name === 'TenantId' ? 'tenant' : `caller.${type}`;
    case 'target':
      return type === null || type === '' ? 'target' : `target.${type}`;
    default:
      return element && role !== 'category' ? null : name;
  }
}

/** Keys whose values are read as parts of the record itself. */
const liftedKeys: ReadonlySet<string | number | undefined> = new Set([resultObjectKey, envelopeKey]);

/** The field of a value below a key that nothing documents. An element of a list within a list has none of its own. */
function keyPath(path: readonly (string | number)[]): string | null {
  const [key] = path;
  const isOwn = subjectOf(path.slice(0, 1)).name === undefined && (path.length === 1 || !liftedKeys.has(key));
  const isInnerItem = typeof path.at(-1) === 'number' && typeof path.at(-2) === 'number';
  return key === '' || !isOwn || isInnerItem ? null : `key.${path.filter((part) => typeof part === 'string').join('.')}`;
}
