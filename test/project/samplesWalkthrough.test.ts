import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/core/query/parseQuery.ts';
import { milestoneKeys } from '../../src/host/walkthrough/milestones.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

const root = new URL('../../', import.meta.url);
const { contributes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Manifest;
const texts = JSON.parse(readFileSync(new URL('package.nls.json', root), 'utf8')) as Readonly<Record<string, string>>;
const commands = contributes.commands.map(({ command }) => command);
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

/** The words after a `%key%`. */
function wordsOf(key: string): string {
  return texts[key.slice(1, -1)] ?? '';
}

/** Commands of VS Code itself that the steps use. */
const builtIn = ['workbench.actions.view.problems'];

test('there is one walkthrough of few steps', () => {
  expect(contributes.walkthroughs).toHaveLength(1);
  expect(steps.length).toBeLessThanOrEqual(6);
});

test.each(steps)('step $id has its words, its text, and commands that exist', ({ title, description, media, completionEvents }) => {
  expect(wordsOf(title)).not.toBe('');
  expect(existsSync(new URL(media.markdown, root))).toBe(true);
  const links = [...wordsOf(description).matchAll(/\[[^\]]+\]\((command:)?([^)?]+)(?:\?([^)]*))?\)/g)];
  expect(links.length).toBeGreaterThan(0);
  for (const [, isCommand, target = '', argument] of links) {
    expect(isCommand === undefined ? target.startsWith('https://') : [...commands, ...builtIn].includes(target)).toBe(true);
    if (target === 'auditLog.sample.open') {
      const [name] = JSON.parse(decodeURIComponent(argument ?? '[]')) as readonly string[];
      expect(existsSync(new URL(`media/samples/${name}.audit.ndjson`, root))).toBe(true);
    }
  }
  expect(completionEvents.length).toBeGreaterThan(0);
  const awaited = completionEvents.filter((event) => event.startsWith('onCommand:')).map((event) => event.replace('onCommand:', ''));
  expect(awaited.filter((command) => ![...commands, ...builtIn].includes(command))).toEqual([]);
});

test('no two steps are ticked by the same event', () => {
  const events = steps.flatMap(({ completionEvents }) => completionEvents);
  expect(events.filter((event, index) => events.indexOf(event) !== index)).toEqual([]);
});

test('each step is ticked by what it asks for, and by nothing that happens by the way', () => {
  const context = (key: string): string => `onContext:${key}`;
  const { documentedRecord, month, otherSample, filter, findings, ownLog } = milestoneKeys;
  const support = [...wordsOf('%walkthrough.getLogs.description%').matchAll(/\((https:[^)]+)\)/g)].map(([, link]) => `onLink:${link}`);
  expect(Object.fromEntries(steps.map(({ id, completionEvents }) => [id, completionEvents]))).toEqual({
    documentedRecord: [context(documentedRecord)],
    month: [context(month)],
    formats: [context(otherSample)],
    filter: [context(filter)],
    findings: [context(findings)],
    getLogs: [...support, context(ownLog)],
  });
});

test('the filters that the walkthrough shows can be used as they stand', () => {
  const markdown = readFileSync(new URL('media/walkthrough/filter.md', root), 'utf8');
  const filters = [...markdown.matchAll(/^\| `([^`]+)`/gm)].map(([, filter]) => filter!);
  expect(filters.length).toBeGreaterThan(4);
  expect(filters.filter((filter) => !parseQuery(filter).ok)).toEqual([]);
});
