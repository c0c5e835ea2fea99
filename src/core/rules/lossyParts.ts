import { nodeText, type Member, type ValueNode } from '../json/valueTree.ts';
import { keyOf } from '../formats/attestation/roleKeys.ts';
import type { Finding } from '../finding/finding.ts';
import { childPointer } from '../json/jsonPointer.ts';
import { isHeldByJavaScript } from './numberRules.ts';
import { excerpt } from '../finding/verdict.ts';

const sequencePointer = childPointer('', keyOf.sequence);

/**
 * Finds, anywhere in a record, what JSON.parse would lose in silence: all but the last of several equal keys in an
 * object, reported at each but the first, and digits of numbers that JavaScript cannot hold. In a value that a later key hides, which is lost as a whole,
 * equal keys are still reported: other programs may take the first.
 */
export function findLossyParts(bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  const findings: Finding[] = [];
  visit(bytes, root, '', false, findings);
  return findings;
}

/** Recursion is safe: a value tree is never deeper than its reader's cap. */
function visit(bytes: Uint8Array, node: ValueNode, pointer: string, hidden: boolean, findings: Finding[]): void {
  node.items.forEach((item, index) => visitChild(bytes, item, pointer, index, hidden, findings));
  if (!hasEqualKeys(node)) {
    node.members.forEach(({ key, value }) => visitChild(bytes, value, pointer, key, hidden, findings));
    return;
  }
  for (const [key, members] of membersByKey(node)) {
    const first = members[0]!;
    for (const { keyStart, keyEnd } of members.slice(1)) {
      findings.push({
        code: 'syntax.duplicateKey',
        pointer: childPointer(pointer, key),
        start: keyStart,
        end: keyEnd,
        args: [excerpt(key)],
        related: { start: first.keyStart, end: first.keyEnd },
      });
    }
    members.forEach((member) => visitChild(bytes, member.value, pointer, key, hidden || member !== members.at(-1), findings));
  }
}

function hasEqualKeys({ members }: ValueNode): boolean {
  return new Set(members.map(({ key }) => key)).size < members.length;
}

function membersByKey(node: ValueNode): ReadonlyMap<string, readonly Member[]> {
  const byKey = new Map<string, Member[]>();
  for (const member of node.members) {
    const sameKey = byKey.get(member.key);
    if (sameKey === undefined) {
      byKey.set(member.key, [member]);
    } else {
      sameKey.push(member);
    }
  }
  return byKey;
}

/** Makes a child's pointer only where it is needed: arrays may be long. */
function visitChild(bytes: Uint8Array, child: ValueNode, parent: string, key: string | number, hidden: boolean, findings: Finding[]): void {
  if (child.members.length > 0 || child.items.length > 0) {
    visit(bytes, child, childPointer(parent, key), hidden, findings);
  } else if (child.kind === 'number' && !hidden) {
    const source = nodeText(bytes, child);
    const pointer = isHeldByJavaScript(source) ? undefined : childPointer(parent, key);
    // The sequence number is kept exactly, whatever JavaScript makes of it.
    if (pointer !== undefined && pointer !== sequencePointer) {
      findings.push({ code: 'value.number', pointer, start: child.start, end: child.end, args: [excerpt(source)] });
    }
  }
}
