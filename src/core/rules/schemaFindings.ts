import type { Finding } from '../finding/finding.ts';
import { resolvePointer } from '../json/jsonPointer.ts';
import { isDocumented } from '../formats/attestation/fields.ts';
import { type ValueNode, nodeString } from '../json/valueTree.ts';
import { validateAuditRecord } from '../formats/attestation/generated/auditRecord.js';

/**
 * Holds a record against its JSON Schema, one finding for each violation. A missing property is reported at the object that
 * lacks it, with the pointer of that object; any other violation at the value.
 *
 * What the schema says of numbers beyond their type is not reported here but by the rules on their source text.
 */
export function schemaFindings(bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  // Keys that the schema does not name are allowed, whatever they hold, so they are not even decoded.
  const documented = { ...root, members: root.members.filter((member) => isDocumented(member.key)) };
  if (validateAuditRecord(plainValue(bytes, documented))) {
    return [];
  }
  return (validateAuditRecord.errors ?? []).map((error) => {
    const pointer = error.instancePath;
    const node = resolvePointer(root, pointer);
    const place = { pointer, start: node.start, end: node.end };
    switch (error.keyword) {
      case 'required':
        return { code: 'schema.required', ...place, args: [String(error.params['missingProperty'])] };
      case 'type':
        return { code: 'schema.type', ...place, args: [nameOf(pointer), String(error.params['type']), node.kind] };
      default:
        return { code: 'schema.value', ...place, args: [nameOf(pointer), error.keyword, String(error.params['limit'] ?? '')] };
    }
  });
}

/** What a value is called in a sentence: its key; for an item of an array the array's key and `[]`. */
function nameOf(pointer: string): string {
  const [last = '', parent] = pointer.split('/').toReversed();
  return parent !== undefined && /^\d+$/.test(last) ? `${parent}[]` : last;
}

/**
 * A value as a validator of JSON Schema takes it. Objects have no prototype, so that no key of a log (`__proto__`,
 * `constructor`) means anything but itself; of equal keys the last counts.
 *
 * Each number is given as 0: JavaScript's own would be rounded, so the rules for numbers look at the source text and the
 * validator only sees that there is a number.
 */
export function plainValue(bytes: Uint8Array, node: ValueNode): unknown {
  switch (node.kind) {
    case 'object': {
      const object = Object.create(null) as Record<string, unknown>;
      for (const member of node.members) {
        object[member.key] = plainValue(bytes, member.value);
      }
      return object;
    }
    case 'array':
      return node.items.map((item) => plainValue(bytes, item));
    case 'string':
      return nodeString(bytes, node);
    case 'number':
      return 0;
    case 'boolean':
      return node.end - node.start === 'true'.length;
    case 'null':
      return null;
  }
}
