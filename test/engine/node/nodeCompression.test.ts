import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { webCompression } from '../../../src/engine/web/webCompression.ts';
import { runs } from '../../runs.ts';

it.each([
  ['Node', nodeCompression],
  ['the web', webCompression],
])('the SHA-256 of %s is that of all pieces together', (_, compression) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
      const digest = compression.sha256();
      pieces.forEach((piece) => digest.update(piece));
      expect(digest.end()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
    { numRuns: runs(50) },
  );
});
