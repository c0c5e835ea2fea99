import * as l10n from '@vscode/l10n';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, expectationOf } from '../corpus/corpus.ts';
import { plainWords, pseudoBundle, wordsOf } from '../pseudoLocale.ts';
import { commandLine } from './commandLine.ts';

/**
 * The command line says the messages of all surfaces, and is here the shortest way to most of them. Its own words (usage, column
 * heads and totals) are English in every language: decision 5.
 */
/** What is called the same in every language: types of JSON, an encoding, a value of the filter language. */
const universal = 'string number UTF success';

describe('messages of the command line in a pseudo-locale', () => {
  beforeAll(() => l10n.config({ contents: { ...pseudoBundle() } }));
  // Other files are tested in the same process.
  afterAll(() => l10n.config({ contents: {} }));

  it('leave no word untranslated, of whatever is wrong with a log', async () => {
    const files = Object.fromEntries(corpus.filter(({ unstored }) => unstored !== true).map((one) => [one.file.replaceAll('/', '-'), one]));
    const stored = Object.fromEntries(Object.entries(files).map(([name, one]) => [name, expectationOf(one).stored]));
    const names = Object.keys(files).map((name) => `{${name}}`);
    const { output, errors } = await commandLine(['check', '--format', 'json', ...names], stored);
    const findings = JSON.parse(output) as readonly {
      readonly message: string;
      readonly related?: readonly { readonly message: string }[];
    }[];
    const messages = findings.flatMap(({ message, related = [] }) => [message, ...related.map((one) => one.message)]);
    expect(messages.length).toBeGreaterThan(200);
    const logs = Object.values(files).map((one) => withoutNul(expectationOf(one).bytes));
    const data = wordsOf([...logs, ...Object.keys(files), universal].join(' '));
    // What is hidden in a log is said by its escape, and not in `logs`.
    const said = [...messages, ...errors.split('\n').map((line) => line.replace('audit-log: ', ''))].map((text) =>
      text.replaceAll(/\\u[\da-f]{4}/g, ''),
    );
    expect([...new Set(said.flatMap((message) => plainWords(message, data)))]).toEqual([]);
  });

  it.each(['foo:1', '(a', 'a)', 'seq>x', 'time:yesterday', 'resultGroup:succes', 'record:-1', 'seq:9..1', '-', 'a AND', 'ip>1'])(
    'leave no word untranslated, of the fault of the filter %s',
    async (filter) => {
      const { code, errors } = await commandLine(['records', '--where', filter, '{log}'], { log: '{}' });
      expect(code).toBe(2);
      expect(plainWords(errors.replace('audit-log: ', ''), wordsOf(`${filter} ${universal}`))).toEqual([]);
    },
  );
});

/** Text of any encoding, well enough to know its words again. */
function withoutNul(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\0', '');
}
