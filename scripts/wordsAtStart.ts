import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './paths.ts';

/** Has a bundle start with those English words alone that its start can need: what is loaded on demand adds the others. */
export const wordsAtStart: Plugin = {
  name: 'words-at-start',
  setup(build) {
    build.onResolve({ filter: /\/english\.ts$/ }, () => ({ path: join(root, 'src/protocol/englishAtStart.ts') }));
  },
};
