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
  ['formula-plus', 'A spreadsheet reads a plus as the beginning of a formula, too.', "+1+cmd|' /C calc'!A0"],
  ['formula-minus', 'A spreadsheet reads a minus as the beginning of a formula, too.', '-2+3'],
  ['formula-at', 'A spreadsheet reads an at sign as the beginning of a function.', '@SUM(1+1)'],
  ['token', 'A token is a secret, whoever logged it.', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl'],
  ['formula', 'Spreadsheet formulas must not run after an export.', '=HYPERLINK(\\"https://example.com\\",\\"x\\")'],
  [
    'signature',
    'The signature of a shared access signature is a secret.',
    'https://x.blob.core.windows.net/c?sv=2019&sig=c2VjcmV0c2VjcmV0&se=2020',
  ],
];

/** Text that wants to be more than text; as a description or a name it is harmless, so nothing is found about it. */
const harmless = texts.map(([name, why, text]): CorpusCase => ({
  file: `hostile/${name}.ndjson`,
  why,
  log: `${record(1, { resultDescription: `"${text}"` })}\n${record(2, { callerDisplayName: `"${text}"` })}\n`,
}));

export const hostileTextCases: readonly CorpusCase[] = [
  ...harmless,
  {
    file: 'hostile/everywhere.ndjson',
    why: 'Hostile text as operation, result, category, type and key comes into the sentences of findings.',
    log: `${record(1, {
      operationName: '⟨"<img src=x onerror=alert(1)>"⟩',
      resultType: '⟨"=1+1"⟩',
      auditEventCategory: '[⟨"[x](command:workbench.action.quit)"⟩]',
      callerIdentities: '[{"callerIdentityType":⟨"\u202eNPU"⟩,"callerIdentity":"\\u001b[2J"}]',
      targetResources: '[{"targetResourceType":⟨"@SUM(1)"⟩,"targetResourceName":"`"}]',
      env_cv: 'null,⟨"<b>https://x?sig=c2VjcmV0</b>"⟩:1',
    })}\n`,
    findings: [
      'value.unknownOperation /operationName',
      'value.unknownResult /resultType',
      'value.unknownCategory /auditEventCategory/0',
      'value.unknownIdentityType /callerIdentities/0/callerIdentityType',
      'value.unknownTargetType /targetResources/0/targetResourceType',
      'value.unknownKey /<b>https:~1~1x?sig=c2VjcmV0<~1b>',
    ],
  },
];
