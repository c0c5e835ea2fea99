import type { ValueNode } from './valueTree.ts';

/** A stretch of bytes. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The values, and members with their keys, that hold a byte offset: from the outermost value to the innermost stretch. Empty where the
 * offset is not in the value.
 */
export function enclosingStretches(root: ValueNode, offset: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const isIn = ({ start, end }: Stretch): boolean => start <= offset && offset < end;
  for (let node: ValueNode | undefined = isIn(root) ? root : undefined; node !== undefined;) {
    stretches.push({ start: node.start, end: node.end });
    const member = node.members.find(({ keyStart, value }) => isIn({ start: keyStart, end: value.end }));
    if (member !== undefined) {
      stretches.push({ start: member.keyStart, end: member.value.end });
      const key = { start: member.keyStart, end: member.keyEnd };
      if (isIn(key)) {
        stretches.push(key);
      }
    }
    const inner: ValueNode | undefined = member?.value ?? node.items.find(isIn);
    node = inner !== undefined && isIn(inner) ? inner : undefined;
  }
  return stretches;
}
