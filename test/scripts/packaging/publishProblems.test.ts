import { describe, expect, it } from 'vitest';
import { placeholderOwner, publishProblems, type PublishState } from '../../../scripts/packaging/publishProblems.ts';
import { readRoot } from '../../project/sourceFiles.ts';

const address = 'https://github.com/contoso/viewer';
const manifest = {
  name: 'viewer',
  displayName: 'Viewer',
  description: 'Shows logs.',
  version: '1.2.3',
  publisher: 'contoso',
  license: 'MIT',
  icon: 'icon.png',
  pricing: 'Free',
  categories: ['Azure', 'Linters'],
  repository: { type: 'git', url: `${address}.git` },
  bugs: { url: `${address}/issues` },
  homepage: address,
};
const ready: PublishState = {
  manifest,
  environment: new Set(['VSCE_PAT', 'OVSX_PAT']),
  exists: () => true,
  changelog: '# Changelog\n\n## 1.2.3\n',
};

describe('what is missing to publish', () => {
  it('is nothing where all is there', () => {
    expect(publishProblems(ready)).toEqual([]);
  });

  it.each<[what: string, state: Partial<PublishState>, tool: string, part: string]>([
    ['a token for the Marketplace', { environment: new Set(['OVSX_PAT']) }, 'vsce publish', 'VSCE_PAT'],
    ['a token for Open VSX', { environment: new Set(['VSCE_PAT']) }, 'ovsx publish', 'OVSX_PAT'],
    ['a repository', { manifest: { ...manifest, repository: undefined } }, 'both', '"repository"'],
    ['the owner of the repository', { manifest: { ...manifest, qna: `https://github.com/${placeholderOwner}/x` } }, 'both', 'qna in'],
    ['a known category', { manifest: { ...manifest, categories: ['Logs'] } }, 'both', 'Logs'],
    ['a price', { manifest: { ...manifest, pricing: 'Paid' } }, 'vsce publish', '"pricing"'],
    [
      'a version of three numbers',
      { manifest: { ...manifest, version: '1.2.3-beta' }, changelog: '\n## 1.2.3-beta' },
      'both',
      '1.2.3-beta',
    ],
    ['the icon', { exists: (path) => path !== 'icon.png' }, 'both', 'icon.png'],
    ['the licence', { exists: (path) => path !== 'LICENSE' }, 'both', 'LICENSE'],
    ['a section of the changelog', { changelog: '# Changelog\n\n## Unreleased\n' }, 'both', '## 1.2.3'],
  ])('is %s', (_, state, tool, part) => {
    const problems = publishProblems({ ...ready, ...state });
    expect(problems).toEqual([{ tool, sentence: expect.stringContaining(part) as string }]);
  });

  it('is, of this project, what only its publisher can give', () => {
    const own = JSON.parse(readRoot('package.json')) as Readonly<Record<string, unknown>>;
    const problems = publishProblems({ ...ready, manifest: own, changelog: `\n## ${String(own['version'])}` });
    expect(problems.filter(({ sentence }) => !sentence.includes(placeholderOwner))).toEqual([]);
  });
});
