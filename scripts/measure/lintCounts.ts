import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageProgram } from '../paths.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** What a linter counts in the product's code. */
export interface LintCounts {
  /** Functions of more than 60 lines, comments and blank lines included. */
  readonly longFunctions: number;
  /** Functions with more than 15 paths (McCabe); a flat switch counts once. */
  readonly complexFunctions: number;
  readonly nonNullAssertions: number;
}

interface Report {
  readonly diagnostics: readonly { readonly code: string }[];
}

const config = {
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  rules: {
    'eslint/complexity': ['warn', { max: 15, variant: 'modified' }],
    'eslint/max-lines-per-function': ['warn', { max: 60 }],
    'typescript/no-non-null-assertion': 'warn',
  },
};

/** Has the linter count, with rules of its own in place of the project's. Throws where its report cannot be read. */
export async function lintCounts(): Promise<LintCounts> {
  const folder = temporaryFolder('measure');
  try {
    const configPath = join(folder.path, 'oxlint.json');
    writeFileSync(configPath, JSON.stringify(config));
    const { output } = await run(packageProgram('oxlint'), ['--config', configPath, '--format', 'json', 'src', 'webview'], { quiet: true });
    const { diagnostics } = JSON.parse(output) as Report;
    const count = (rule: string): number => diagnostics.filter(({ code }) => code.includes(`(${rule})`)).length;
    return {
      longFunctions: count('max-lines-per-function'),
      complexFunctions: count('complexity'),
      nonNullAssertions: count('no-non-null-assertion'),
    };
  } finally {
    folder.delete();
  }
}
