import { parseArgs } from 'node:util';

/** Sizes of logs by the names that `--size` takes, as numbers of records; 690,000 of them are 1.14 GB. */
export const logSizes = {
  '1K': 1,
  '10K': 6,
  '100K': 61,
  '1M': 610,
  '10M': 6_100,
  '100M': 61_000,
  '1G': 690_000,
  '10G': 6_100_000,
} as const;

export type LogSize = keyof typeof logSizes;

export const partNames = [
  'scan',
  'ladder',
  'variations',
  'formats',
  'open',
  'queries',
  'typical',
  'search',
  'special',
  'sources',
  'typing',
  'activation',
  'webview',
  'vscode',
] as const;
export type PartName = (typeof partNames)[number];

export interface BenchOptions {
  readonly parts: readonly PartName[];
  readonly sizes: readonly LogSize[];
  /** Undefined leaves it to the part: fewer runs where one takes long. */
  readonly runs: number | undefined;
  /** Millions of records to ask questions of. */
  readonly millions: readonly number[];
  readonly format: 'table' | 'json' | 'markdown';
  /** Writes the figures into README.md as well. */
  readonly readme: boolean;
  readonly build: boolean;
  readonly profile: boolean;
}

/** What `npm run bench` was called with. Throws a sentence for what it does not know. */
export function readOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string' },
      size: { type: 'string' },
      runs: { type: 'string' },
      millions: { type: 'string', default: '1,10,100' },
      large: { type: 'boolean', default: false },
      vscode: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const usual = partNames.filter((name) => name !== 'vscode' || values.vscode);
  const usualSizes = Object.keys(logSizes).filter((name) => name !== '10G' || values.large);
  return {
    parts: chosen('--only', values.only, usual, partNames),
    sizes: chosen('--size', values.size, usualSizes, Object.keys(logSizes)) as readonly LogSize[],
    runs: values.runs === undefined ? undefined : wholeNumber('--runs', values.runs),
    millions: values.millions.split(',').map((word) => wholeNumber('--millions', word)),
    format: values.json ? 'json' : values.markdown ? 'markdown' : 'table',
    readme: values.readme,
    build: !values['no-build'],
    profile: values.profile,
  };
}

function chosen<Name extends string>(
  option: string,
  text: string | undefined,
  otherwise: readonly Name[],
  known: readonly Name[],
): readonly Name[] {
  if (text === undefined) {
    return otherwise;
  }
  return text.split(',').map((word) => {
    const found = known.find((name) => name.toLowerCase() === word.toLowerCase());
    if (found === undefined) {
      throw new Error(`${option} takes some of ${known.join(', ')}, separated by commas, not ${word}`);
    }
    return found;
  });
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new Error(`${option} takes whole numbers from 1, not ${text}`);
  }
  return number;
}
