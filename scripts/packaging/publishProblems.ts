/** What decides whether an extension can be published, read from the project and the environment. */
export interface PublishState {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Names of the environment variables that are set. Values are secrets and stay unread. */
  readonly environment: ReadonlySet<string>;
  /** Paths from the root of the project on. */
  readonly exists: (path: string) => boolean;
  readonly changelog: string;
}

export interface PublishProblem {
  /** Which command fails or publishes something wrong. */
  readonly tool: 'vsce publish' | 'ovsx publish' | 'both';
  readonly sentence: string;
}

/** Stands for the owner of the repository until there is one. GitHub allows no underscore in a name, so nobody can take it. */
export const placeholderOwner = 'REPOSITORY_OWNER';

/** The categories of the Marketplace; others are dropped or refused. */
const categories: ReadonlySet<unknown> = new Set([
  'AI',
  'Azure',
  'Chat',
  'Data Science',
  'Debuggers',
  'Education',
  'Extension Packs',
  'Formatters',
  'Keymaps',
  'Language Packs',
  'Linters',
  'Machine Learning',
  'Notebooks',
  'Other',
  'Programming Languages',
  'SCM Providers',
  'Snippets',
  'Testing',
  'Themes',
  'Visualization',
]);

/** Lists what is missing for `vsce publish` and `ovsx publish`, in sentences. Asks no server: who owns a publisher is not checked. */
export function publishProblems({ manifest, environment, exists, changelog }: PublishState): readonly PublishProblem[] {
  const problems: PublishProblem[] = [];
  const report = (isMissing: boolean, tool: PublishProblem['tool'], sentence: string): void => {
    if (isMissing) {
      problems.push({ tool, sentence });
    }
  };
  for (const key of ['name', 'displayName', 'description', 'version', 'publisher', 'license', 'icon', 'repository', 'bugs', 'homepage']) {
    report(manifest[key] === undefined, 'both', `package.json has no "${key}".`);
  }
  const { version, icon, publisher, categories: chosen, pricing } = manifest;
  report(
    !/^\d+\.\d+\.\d+$/.test(String(version)),
    'both',
    `The version ${String(version)} is not of the form 1.2.3, which the registries ask for.`,
  );
  report(typeof icon === 'string' && !exists(icon), 'both', `The icon ${String(icon)} does not exist.`);
  report(pricing !== 'Free' && pricing !== 'Trial', 'vsce publish', '"pricing" in package.json is neither "Free" nor "Trial".');
  const unknown = Array.isArray(chosen) ? chosen.filter((category) => !categories.has(category)) : [];
  report(!Array.isArray(chosen) || chosen.length === 0, 'both', 'package.json has no "categories".');
  report(unknown.length > 0, 'both', `The Marketplace does not know these categories: ${unknown.join(', ')}.`);
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE']) {
    report(!exists(file), 'both', `${file} does not exist.`);
  }
  report(!changelog.includes(`\n## ${String(version)}`), 'both', `CHANGELOG.md has no section "## ${String(version)}".`);
  const placeholders = ['repository', 'homepage', 'bugs', 'qna'].filter((key) => JSON.stringify(manifest[key])?.includes(placeholderOwner));
  report(
    placeholders.length > 0,
    'both',
    `${placeholders.join(', ')} in package.json name the placeholder ${placeholderOwner}: pictures and links of the README lead nowhere until the real owner is named.`,
  );
  report(
    !environment.has('VSCE_PAT'),
    'vsce publish',
    `No token of the publisher "${String(publisher)}" in the environment variable VSCE_PAT.`,
  );
  report(
    !environment.has('OVSX_PAT'),
    'ovsx publish',
    `No token of the namespace "${String(publisher)}" in the environment variable OVSX_PAT.`,
  );
  return problems;
}
