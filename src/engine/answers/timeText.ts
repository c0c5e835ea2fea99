import { memberOf, nodeString, parseValueTree } from '../../core/reading/valueTree.ts';

/** The text of env_time as a record writes it; undefined if it has none. `bytes` are those of one record. */
export function timeText(bytes: Uint8Array): string | undefined {
  const node = memberOf(parseValueTree(bytes, 0, bytes.length), 'env_time');
  return node?.kind === 'string' ? nodeString(bytes, node) : undefined;
}
