import { expect, it } from 'vitest';
import { readRoot, testFiles } from './sourceFiles.ts';

/** What a log that is answered at once never offers: the page's tests have an engine that is slow. */
const testedElsewhere: ReadonlySet<string> = new Set(['auditLog.search.stop', 'auditLog.search.continue']);

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when?: string }[] };
  };
}

const { contributes } = JSON.parse(readRoot('package.json')) as Manifest;
const titles = JSON.parse(readRoot('package.nls.json')) as Readonly<Record<string, string | { readonly message: string }>>;
const tests = testFiles().filter(({ path }) => path.startsWith('test/vscode/'));
const hidden = new Set(contributes.menus.commandPalette.flatMap(({ command, when }) => (when === 'false' ? [command] : [])));

function titleOf(title: string): string {
  const text = titles[title.slice(1, -1)]!;
  return typeof text === 'string' ? text : text.message;
}

/** Whether a test runs a command: by its id, by the end of one that begins with words common to several, or by its title. */
function isRun(command: string, title: string, text: string): boolean {
  const [, group, ...rest] = command.split('.');
  const ends = [
    ['auditLog.${', [group, ...rest].join('.')],
    [`auditLog.${group}.\${`, rest.join('.')],
  ] as const;
  return (
    text.includes(`'${command}'`) ||
    text.includes(`'${title}'`) ||
    text.includes(`: ${title}'`) ||
    ends.some(([begin, end]) => text.includes(begin) && text.includes(`'${end}'`))
  );
}

it('tests each command of the palette in the real VS Code', () => {
  const shown = contributes.commands.filter(({ command }) => !hidden.has(command) && !testedElsewhere.has(command));
  expect(shown.length).toBeGreaterThan(90);
  const left = shown.filter(({ command, title }) => !tests.some(({ text }) => isRun(command, titleOf(title), text)));
  expect(left.map(({ command }) => command)).toEqual([]);
});
