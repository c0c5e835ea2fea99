import type { CorpusCase } from '../corpusCase.ts';
import { record } from './record.ts';

const texts: readonly (readonly [file: string, why: string, text: string])[] = [
  ['html', 'HTML must stay text in the webview.', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
  [
    'markdown',
    'Markdown and command links must stay text in hovers.',
    '[click](command:workbench.action.quit) ![x](https://example.com/x.png) `code`',
  ],
  ['bidi', 'Bidi controls must not turn the text around them.', 'admin\u202e txt.exe\u2066 \u200f'],
  ['ansi', 'ANSI codes must not reach a terminal.', '\\u001b[2J\\u001b]0;title\\u0007red'],
  ['formula', 'Spreadsheet formulas must not run after an export.', '=HYPERLINK(\\"https://example.com\\",\\"x\\")'],
  [
    'signature',
    'The signature of a shared access signature is a secret.',
    'https://x.blob.core.windows.net/c?sv=2019&sig=c2VjcmV0c2VjcmV0&se=2020',
  ],
];

/** Text that wants to be more than text; as values it is harmless, so nothing is found about it. */
export const hostileTextCases: readonly CorpusCase[] = texts.map(([name, why, text]) => ({
  file: `hostile/${name}.ndjson`,
  why,
  log: `${record(1, { resultDescription: `"${text}"` })}\n${record(2, { callerDisplayName: `"${text}"` })}\n`,
}));
