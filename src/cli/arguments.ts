/** A fault of the command line's words: one sentence for standard error, and exit code 2. */
export class UsageError extends Error {}

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
}

interface OptionKind {
  readonly takesValue: boolean;
  readonly commands: readonly CommandName[];
}

const optionKinds: ReadonlyMap<string, OptionKind> = new Map<string, OptionKind>([
  ['--where', { takesValue: true, commands: ['summary', 'check', 'records'] }],
  ['--json', { takesValue: false, commands: ['summary', 'coverage'] }],
  ['--top', { takesValue: true, commands: ['summary'] }],
  ['--format', { takesValue: true, commands: ['check', 'records'] }],
  ['--from', { takesValue: true, commands: ['records'] }],
  ['--limit', { takesValue: true, commands: ['records'] }],
]);

const formats: Readonly<Record<CommandName, readonly string[]>> = {
  summary: [],
  check: ['text', 'json'],
  records: ['ndjson', 'raw'],
  coverage: [],
};

/**
 * Reads the words after the program's name. An option's value is the next word, whatever it begins with, or follows `=`.
 * Behind `--` every word is a file. `help` where that is asked for. Throws {@link UsageError}.
 */
export function parseArguments(words: readonly string[]): Arguments | 'help' {
  const [command, ...rest] = words;
  if (command === '--help') {
    return 'help';
  }
  if (!isCommand(command)) {
    throw new UsageError(command === undefined ? 'A command is missing.' : `There is no command “${command}”.`);
  }
  const files: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index]!;
    if (word === '--') {
      files.push(...rest.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      continue;
    }
    if (word === '--help') {
      return 'help';
    }
    const equals = word.indexOf('=');
    const name = equals === -1 ? word : word.slice(0, equals);
    const kind = optionKinds.get(name);
    if (kind === undefined || !kind.commands.includes(command)) {
      throw new UsageError(`“${command}” has no option “${name}”.`);
    }
    if (!kind.takesValue) {
      if (equals !== -1) {
        throw new UsageError(`“${name}” takes no value.`);
      }
      options.set(name, '');
      continue;
    }
    const value = equals === -1 ? rest[++index] : word.slice(equals + 1);
    if (value === undefined) {
      throw new UsageError(`The value of “${name}” is missing.`);
    }
    options.set(name, value);
  }
  if (files.length === 0) {
    throw new UsageError('A file is missing; “-” stands for standard input.');
  }
  const format = options.get('--format');
  if (format !== undefined && !formats[command].includes(format)) {
    throw new UsageError(`“${command}” has no format “${format}”; it has ${formats[command].join(', ')}.`);
  }
  return {
    command,
    files,
    where: options.get('--where') ?? '',
    json: options.has('--json'),
    format,
    top: wholeNumber(options, '--top', 100),
    from: wholeNumber(options, '--from', 0),
    limit: wholeNumber(options, '--limit', Infinity),
  };
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(formats, word);
}

function wholeNumber(options: ReadonlyMap<string, string>, name: string, otherwise: number): number {
  const text = options.get(name);
  if (text === undefined) {
    return otherwise;
  }
  if (!/^\d{1,15}$/.test(text)) {
    throw new UsageError(`“${name}” takes a whole number, not “${text}”.`);
  }
  return Number(text);
}
