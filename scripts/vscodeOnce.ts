import type { Plugin } from 'esbuild';
import { root } from './paths.ts';

const namespace = 'vscode-once';

/**
 * Has a bundle require `vscode` once, however many of its modules import it. Each `require` costs: VS Code looks up which
 * extension asks, by the real path of the script, and esbuild copies some hundred members.
 */
export const vscodeOnce: Plugin = {
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, (module) =>
      module.namespace === namespace ? { path: 'vscode', external: true } : { path: 'vscode', namespace },
    );
    build.onLoad({ filter: /^vscode$/, namespace }, () => ({ contents: "export * from 'vscode';", resolveDir: root }));
  },
};
