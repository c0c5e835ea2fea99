import type { Matcher, SingleMatcher } from '../../core/query/ast.ts';
import { encodeText } from '../../core/json/utf8.ts';
import { viewOf } from '../columns/byteView.ts';
import { hashOf, isPlainHash } from '../ingest/values/values.ts';

/**
 * Which hashes of the column of requests a record can have that matches; undefined where hashes say nothing. Plain values
 * are hashed without regard to case, which is enough for both kinds of equality; others may be anything.
 */
export function requestHashes(matcher: Matcher): ((hash: number) => boolean) | undefined {
  const hashes = new Set<number>();
  for (const item of matcher.kind === 'anyOf' ? matcher.items : [matcher]) {
    const hash = item.kind === 'regex' ? undefined : hashOfItem(item);
    if (hash === undefined) {
      return undefined;
    }
    hashes.add(hash);
  }
  return (hash) => !isPlainHash(hash) || hashes.has(hash);
}

function hashOfItem(item: SingleMatcher): number | undefined {
  switch (item.kind) {
    case 'null':
      return 0;
    case 'equals':
    case 'exact': {
      const bytes = encodeText(item.value.toLowerCase());
      return hashOf(viewOf(bytes), 0, bytes.length);
    }
    default:
      return undefined;
  }
}
