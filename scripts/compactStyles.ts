import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** A style sheet of Lit, to its end or to the first text within it. */
const styleSheet = /\bcss`[^`]*`/g;

/** Takes comments, line breaks and indentation out of the page's style sheets: for esbuild they are text like any other. */
export const compactStyles: Plugin = {
  name: 'compact-styles',
  setup(build) {
    build.onLoad({ filter: /[\\/]webview[\\/].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll(styleSheet, compact),
    }));
  },
};

function compact(sheet: string): string {
  // Code within it may have a comment that only its line ends.
  return sheet.includes('//') ? sheet : sheet.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s+/g, ' ');
}
