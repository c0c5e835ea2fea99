import { parseJsonText } from '../json/parseJsonText.ts';
import { memberOf, nodeString, type ValueNode } from '../json/valueTree.ts';
import { foldKey, type PathSet } from './pathSet.ts';
import type { FoundValue, RoleSource } from './roleSource.ts';

/** A value with the bytes that hold it. */
export interface PlacedNode {
  readonly bytes: Uint8Array;
  readonly node: ValueNode;
  /** False where these are not the record's own, as in JSON text. */
  readonly isOwn: boolean;
}

/** Follows the paths of a set through the value tree of a record: the specification of what {@link PathWalker} finds faster. */
export class TreeSource implements RoleSource {
  private readonly paths: PathSet;
  private readonly record: PlacedNode;

  /** @param isOwn False where the bytes are not the record's own. */
  constructor(paths: PathSet, bytes: Uint8Array, node: ValueNode, isOwn = true) {
    this.paths = paths;
    this.record = { bytes, node, isOwn };
  }

  values(slot: number): readonly FoundValue[] {
    return followPath(this.record, this.paths.steps[slot] ?? []).flatMap(({ bytes, node, isOwn }) =>
      node.kind === 'null' ? [] : [{ bytes, start: node.start, end: node.end, isOwn }],
    );
  }
}

/** All values to which steps lead, nulls among them. */
export function followPath(from: PlacedNode, steps: readonly string[]): readonly PlacedNode[] {
  return steps.reduce<readonly PlacedNode[]>((nodes, step) => nodes.flatMap((placed) => next(opened(placed), step)), [from]);
}

function next({ bytes, node, isOwn }: PlacedNode, step: string): readonly PlacedNode[] {
  if (step === '[]') {
    // PowerShell writes an array of one item as that item.
    return (node.kind === 'array' ? node.items : [node]).map((item) => ({ bytes, node: item, isOwn }));
  }
  const value = memberOf(node, step) ?? foldedMember(node, foldKey(step));
  return value === undefined ? [] : [{ bytes, node: value, isOwn }];
}

function foldedMember(node: ValueNode, folded: string): ValueNode | undefined {
  return node.members.findLast(({ key }) => key.length === folded.length && foldKey(key) === folded)?.value;
}

/** What is in JSON text; any other value as it is. */
export function opened(placed: PlacedNode): PlacedNode {
  const { bytes, node } = placed;
  const parsed = node.kind === 'string' ? parseJsonText(nodeString(bytes, node)) : undefined;
  return parsed === undefined ? placed : { bytes: parsed.bytes, node: parsed.root, isOwn: false };
}
