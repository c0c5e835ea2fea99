import { parseArgs } from 'node:util';

/** A fault of the command line's words, or of what they name: sentences for standard error, each on a line, and exit code 2. */
export class UsageError extends Error {
  readonly others: readonly string[];

  constructor(first: string, ...others: readonly string[]) {
    super(first);
    this.others = others;
  }
}

export type CommandName = 'summary' | 'check' | 'records' | 'coverage';

export interface Arguments {
  readonly command: CommandName;
  readonly files: readonly string[];
  /** Query of the filter language; empty for all records. */
  readonly where: string;
  readonly json: boolean;
  readonly format: string | undefined;
  readonly top: number;
  readonly from: number;
  readonly limit: number;
  /** Files with formats of users' own. */
  readonly formatFiles: readonly string[];
  /** Ids of built-in formats that are left out. */
  readonly withoutFormats: readonly string[];
}

const allCommands: readonly CommandName[] = ['summary', 'check', 'records', 'coverage'];

/** Which commands take an option; one without a value is a switch. */
const optionCommands: Readonly<Record<string, readonly CommandName[]>> = {
  where: ['summary', 'check', 'records'],
  json: ['summary', 'coverage'],
  top: ['summary'],
  format: ['check', 'records'],
  from: ['records'],
  limit: ['records'],
  'format-file': allCommands,
  'without-format': allCommands,
};

const optionTypes = {
  where: { type: 'string' },
  json: { type: 'boolean' },
  top: { type: 'string' },
  format: { type: 'string' },
  from: { type: 'string' },
  limit: { type: 'string' },
  'format-file': { type: 'string' },
  'without-format': { type: 'string' },
  help: { type: 'boolean' },
} as const;

const formats: Readonly<Record<CommandName, readonly string[]>> = {
  summary: [],
  check: ['text', 'json', 'sarif'],
  records: ['ndjson', 'raw'],
  coverage: [],
};

/**
 * Parses the words after the program's name. An option's value is the next word, whatever it begins with, or follows `=`; an
 * option that is given twice has its last value, unless it may have several. After `--` every word is a file. Gives `help` where that is asked for.
 * Throws {@link UsageError}.
 */
export function parseArguments(line: readonly string[]): Arguments | 'help' {
  const [command, ...rest] = line;
  if (command === '--help') {
    return 'help';
  }
  if (!isCommand(command)) {
    throw new UsageError(command === undefined ? 'A command is missing.' : `There is no command “${command}”.`);
  }
  const words = readWords(command, rest);
  if (words === 'help') {
    return 'help';
  }
  const { files, options } = words;
  if (files.length === 0) {
    throw new UsageError('A file is missing; “-” stands for standard input.');
  }
  const format = options.get('--format')?.at(-1);
  if (format !== undefined && !formats[command].includes(format)) {
    throw new UsageError(`“${command}” has no format “${format}”; it has ${formats[command].join(', ')}.`);
  }
  return {
    command,
    files,
    where: options.get('--where')?.at(-1) ?? '',
    json: options.has('--json'),
    format,
    top: wholeNumber(options, '--top', 100),
    from: wholeNumber(options, '--from', 0),
    limit: wholeNumber(options, '--limit', Infinity),
    formatFiles: options.get('--format-file') ?? [],
    withoutFormats: options.get('--without-format') ?? [],
  };
}

interface Words {
  readonly files: readonly string[];
  /** All values by the name as it was written, with hyphens; of a switch they are empty. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Separates the options of a command from the files. */
function readWords(command: CommandName, words: readonly string[]): Words | 'help' {
  const files: string[] = [];
  const options = new Map<string, readonly string[]>();
  // Strict parsing refuses values that begin with a hyphen, such as the filter `-result:success`.
  for (const token of parseArgs({ args: [...words], options: optionTypes, allowPositionals: true, strict: false, tokens: true }).tokens) {
    if (token.kind === 'positional') {
      files.push(token.value);
    } else if (token.kind === 'option') {
      if (token.rawName === '--help') {
        return 'help';
      }
      options.set(token.rawName, [...(options.get(token.rawName) ?? []), optionValue(command, token)]);
    }
  }
  return { files, options };
}

interface OptionToken {
  /** Without hyphens. */
  readonly name: string;
  /** As it was written, without the value. */
  readonly rawName: string;
  readonly value?: string | undefined;
}

/** The value of an option, empty for a switch. Throws {@link UsageError} for an option that the command does not take. */
function optionValue(command: CommandName, { name, rawName, value }: OptionToken): string {
  if (!Object.hasOwn(optionCommands, name) || !optionCommands[name]?.includes(command)) {
    throw new UsageError(`“${command}” has no option “${rawName}”.`);
  }
  const takesValue = optionTypes[name as keyof typeof optionTypes].type === 'string';
  if (takesValue && value === undefined) {
    throw new UsageError(`The value of “${rawName}” is missing.`);
  }
  if (!takesValue && value !== undefined) {
    throw new UsageError(`“${rawName}” takes no value.`);
  }
  return value ?? '';
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(formats, word);
}

function wholeNumber(options: Words['options'], name: string, otherwise: number): number {
  const text = options.get(name)?.at(-1);
  if (text === undefined) {
    return otherwise;
  }
  if (!/^\d{1,15}$/.test(text)) {
    throw new UsageError(`“${name}” takes a whole number, not “${text}”.`);
  }
  return Number(text);
}
