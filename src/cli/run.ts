import type { Writable } from 'node:stream';
import { steadyClock } from '../engine/scheduling/clock.ts';
import { parseArguments, type Arguments } from './arguments.ts';
import { UsageError } from './usageError.ts';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import type { LogCommand } from './logCommands.ts';
import { faultSentences, openLogs } from './openLogs.ts';
import { Output, OutputClosed } from './output.ts';
import { writeToFile } from './outputFile.ts';
import { readFormats } from './readFormats.ts';
import { readSchemas } from './readSchemas.ts';
import { records } from './records.ts';
import { checkRedaction, redact } from './redact.ts';
import { report } from './report.ts';
import { summary } from './summary.ts';
import { translate } from './translate.ts';
import { usage } from './usage.ts';
import { visible } from './visible.ts';
import type { WriteAtOnce } from './writeAtOnce.ts';

/** What the command line needs of its surroundings. */
export interface Surroundings {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Writable;
  /** Takes what it can of the output before that is opened. */
  readonly outputAtOnce?: WriteAtOnce;
  readonly errors: Writable;
}

/**
 * Runs the command line. Resolves with the exit code: 0 fine, 1 an error was found by `check`, 2 bad arguments, a bad query,
 * an unreadable file or no log. Content never makes it fail.
 */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const startedAt = steadyClock();
  const output = new Output(() => surroundings.output, surroundings.outputAtOnce);
  const complain = (sentence: string): void => void surroundings.errors.write(`audit-log: ${visible(sentence)}\n`);
  try {
    const options = words.length === 0 ? 'help' : parseArguments(words);
    if (options === 'help') {
      await output.writeText(usage);
      await output.flush();
      return words.length === 0 ? 2 : 0;
    }
    if (options.command === 'translate') {
      const code = await translate(options, output);
      await output.flush();
      return code;
    }
    if (options.command === 'redact') {
      checkRedaction(options);
    }
    const formats = readFormats(options);
    const schemas = readSchemas(options);
    const session = await openLogs(options.files, formats, schemas, () => surroundings.input, complain);
    try {
      const faults = faultSentences(session);
      faults.forEach(complain);
      const code = faults.length === options.files.length ? 2 : await runCommand(options.command, options, session, output, startedAt);
      await output.flush();
      return faults.length > 0 ? 2 : code;
    } finally {
      await session.close();
    }
  } catch (error) {
    if (error instanceof OutputClosed) {
      return 0;
    }
    if (error instanceof UsageError) {
      [error.message, ...error.others].forEach(complain);
      return 2;
    }
    // The output cannot be written, or the program itself is at fault: one sentence, as for everything else.
    complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function runCommand(
  command: LogCommand,
  options: Arguments,
  session: Awaited<ReturnType<typeof openLogs>>,
  output: Output,
  startedAt: number,
): Promise<number> {
  switch (command) {
    case 'summary':
      return summary(session, options, output, startedAt);
    case 'check':
      return check(session, options, output);
    case 'records':
    case 'report':
    case 'redact': {
      const write = { records, report, redact }[command];
      return options.out === undefined
        ? write(session, options, output)
        : writeToFile(options.out, options.files, (file) => write(session, options, file));
    }
    case 'coverage':
      return coverage(session, options, output);
  }
}
