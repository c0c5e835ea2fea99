import { statSync } from 'node:fs';
import type { FormatChoice } from '../core/formats/formatChoice.ts';
import type { LogSource } from '../core/reading/source.ts';
import { LogSession } from '../engine/session/logSession.ts';
import { FileSource } from '../engine/node/fileSource.ts';
import { blockThreads } from '../engine/node/blockThreads.ts';
import { nodeCompression } from '../engine/node/nodeCompression.ts';
import { directFiles } from '../engine/node/openFiles.ts';
import { steadyClock } from '../engine/scheduling/clock.ts';
import type { LogSchemas } from '../engine/schemas/logSchemas.ts';
import { StreamSource } from '../engine/sources/streamSource.ts';
import { say } from '../protocol/say.ts';
import { UsageError } from './usageError.ts';

/** Other names of standard input. */
const inputPaths: ReadonlySet<string> = new Set(['/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

/**
 * Reads files and pipes, or standard input for `-`, to their end.
 *
 * @param formats That records are looked for in.
 * @param schemas Of users' own, that they are held against.
 * @param note Called with a sentence that concerns no answer.
 */
export async function openLogs(
  files: readonly string[],
  formats: FormatChoice,
  schemas: LogSchemas,
  input: () => AsyncIterable<Uint8Array>,
  note: (sentence: string) => void,
): Promise<LogSession> {
  checkRepeated(files);
  const session = new LogSession(
    () => {
      // The command line waits for the end and shows no progress.
    },
    nodeCompression,
    blockThreads((reason, isStartedAgain) => {
      const what = isStartedAgain ? 'it is started again to read that anew' : 'what it was to read is read without it';
      note(`A thread crashed, and ${what}: ${reason}`);
    }),
    formats,
    steadyClock,
    schemas,
  );
  await session.read(
    files.map((file): LogSource => (isInput(file) ? new StreamSource(file, input()) : new FileSource(file, file, directFiles))),
  );
  return session;
}

/** Throws a {@link UsageError} where something is to be read twice that gives its bytes once only. */
function checkRepeated(files: readonly string[]): void {
  if (files.filter(isInput).length > 1) {
    throw new UsageError('Standard input can be read once only.');
  }
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(file) && statSync(file, { throwIfNoEntry: false })?.isFIFO() === true) {
      throw new UsageError(`“${file}” is a pipe, which can be read once only.`);
    }
    seen.add(file);
  }
}

/** Whether this is standard input and no file that was redirected into it, which is read in ranges. */
function isInput(file: string): boolean {
  return file === '-' || (inputPaths.has(file) && statSync(file, { throwIfNoEntry: false })?.isFile() === false);
}

/** The sentences about sources that could not be read. */
export function faultSentences(session: LogSession): readonly string[] {
  return session.faults.map(({ name, sentence }) => {
    const text = say(sentence);
    return text.includes(name) ? text : `${name}: ${text}`;
  });
}
