import { parseArgs } from 'node:util';
import { translationTargets, type TranslationTarget } from '../core/query/translate/translateQuery.ts';
import { logCommands, type LogCommand } from './logCommands.ts';
import { recordFormats } from './recordFormats.ts';
import { timeZone } from './timeZone.ts';
import { UsageError } from './usageError.ts';

export type CommandName = LogCommand | 'translate';

export interface Arguments {
  readonly command: CommandName;
  readonly files: readonly string[];
  /** Query of the filter language; empty for all records. */
  readonly where: string;
  readonly json: boolean;
  readonly format: string | undefined;
  readonly top: number;
  readonly from: number;
  /** Records that are written; undefined where nothing is said. */
  readonly limit: number | undefined;
  /** Names of fields with commas between them; empty where none are chosen. */
  readonly fields: string;
  /** The language to translate a filter to. */
  readonly to: TranslationTarget | undefined;
  /** Says what a copy would replace, and makes none. */
  readonly preview: boolean;
  /** What a report answers; empty for nothing. */
  readonly question: string;
  /** The clock of a report: `utc`, `local`, or the IANA name of a zone. */
  readonly timeZone: string;
  /** The file to write to in place of standard output. */
  readonly out: string | undefined;
  /** Files with formats of users' own. */
  readonly formatFiles: readonly string[];
  /** Ids of built-in formats that are left out. */
  readonly withoutFormats: readonly string[];
  /** Files with JSON Schemas of users' own. */
  readonly schemaFiles: readonly string[];
}

/** Which commands take an option; one without a value is a switch. */
const optionCommands: Readonly<Record<string, readonly CommandName[]>> = {
  where: ['summary', 'check', 'records', 'report'],
  json: ['summary', 'coverage'],
  top: ['summary'],
  format: ['check', 'records'],
  from: ['records'],
  limit: ['records', 'report'],
  fields: ['records'],
  out: ['records', 'report', 'redact'],
  preview: ['redact'],
  question: ['report'],
  'time-zone': ['report'],
  to: ['translate'],
  'format-file': logCommands,
  'without-format': logCommands,
  schema: ['check'],
};

const optionTypes = {
  where: { type: 'string' },
  json: { type: 'boolean' },
  top: { type: 'string' },
  format: { type: 'string' },
  from: { type: 'string' },
  limit: { type: 'string' },
  fields: { type: 'string' },
  out: { type: 'string' },
  question: { type: 'string' },
  preview: { type: 'boolean' },
  'time-zone': { type: 'string' },
  to: { type: 'string' },
  'format-file': { type: 'string' },
  'without-format': { type: 'string' },
  schema: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const formats: Readonly<Record<CommandName, readonly string[]>> = {
  summary: [],
  check: ['text', 'json', 'sarif'],
  records: recordFormats,
  coverage: [],
  report: [],
  redact: [],
  translate: [],
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
  const words = readWords(command, command === 'translate' ? filterLast(rest) : rest);
  if (words === 'help') {
    return 'help';
  }
  const { files, options } = words;
  checkOperands(command, files);
  const format = lastOf(options, '--format');
  if (format !== undefined && !formats[command].includes(format)) {
    throw new UsageError(`“${command}” has no format “${format}”; it has ${formats[command].join(', ')}.`);
  }
  return {
    command,
    files,
    where: lastOf(options, '--where') ?? '',
    json: options.has('--json'),
    format,
    top: wholeNumber(options, '--top') ?? 100,
    from: wholeNumber(options, '--from') ?? 0,
    limit: wholeNumber(options, '--limit'),
    fields: checkedFields(options, format),
    to: command === 'translate' ? translationTarget(options) : undefined,
    preview: options.has('--preview'),
    question: lastOf(options, '--question') ?? '',
    timeZone: timeZone(lastOf(options, '--time-zone')),
    out: lastOf(options, '--out'),
    formatFiles: valuesOf(options, '--format-file'),
    withoutFormats: valuesOf(options, '--without-format'),
    schemaFiles: valuesOf(options, '--schema'),
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

/** The words of `translate` with the filter at their end, where it may begin with a hyphen, as `-result:success` does. */
function filterLast(words: readonly string[]): readonly string[] {
  const options: string[] = [];
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') {
      operands.push(...words.slice(at + 1));
      break;
    } else if (word === '--to') {
      at++;
      options.push(`--to=${words[at] ?? ''}`);
    } else {
      (word === '--help' || word.startsWith('--to=') ? options : operands).push(word);
    }
  }
  return [...options, '--', ...operands];
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

/** The value that an option was given last. */
function lastOf(options: Words['options'], name: string): string | undefined {
  return options.get(name)?.at(-1);
}

function valuesOf(options: Words['options'], name: string): readonly string[] {
  return options.get(name) ?? [];
}

function checkedFields(options: Words['options'], format: string | undefined): string {
  const fields = lastOf(options, '--fields');
  if (fields !== undefined && format === 'raw') {
    throw new UsageError('“raw” writes whole records and has no fields.');
  }
  if (fields?.trim() === '') {
    throw new UsageError('“--fields” takes names of fields with commas between them.');
  }
  return fields ?? '';
}

function checkOperands(command: CommandName, operands: readonly string[]): void {
  if (command === 'translate' && operands.length !== 1) {
    throw new UsageError('“translate” takes one filter, as one word: put it in quotes.');
  }
  if (operands.length === 0) {
    throw new UsageError('A file is missing; “-” stands for standard input.');
  }
}

function translationTarget(options: Words['options']): TranslationTarget {
  const name = lastOf(options, '--to');
  const target = translationTargets.find((one) => one === name);
  if (target === undefined) {
    const problem = name === undefined || name === '' ? 'The value of “--to” is missing' : `There is no translation to “${name}”`;
    throw new UsageError(`${problem}; there are ${translationTargets.join(', ')}.`);
  }
  return target;
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(formats, word);
}

function wholeNumber(options: Words['options'], name: string): number | undefined {
  const text = options.get(name)?.at(-1);
  if (text === undefined) {
    return undefined;
  }
  if (!/^\d{1,15}$/.test(text)) {
    throw new UsageError(`“${name}” takes a whole number, not “${text}”.`);
  }
  return Number(text);
}
