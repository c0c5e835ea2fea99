import type { BuildOptions } from 'esbuild';

/** VS Code 1.100, the oldest supported, runs extensions on Node 20. */
export const node: BuildOptions = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Scripts that are started beside the one at hand.
  define: { 'import.meta.filename': '__filename', 'import.meta.dirname': '__dirname' },
};
export const browser: BuildOptions = { platform: 'browser', target: 'es2022' };
