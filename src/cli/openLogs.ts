import type { LogSource } from '../core/reading/source.ts';
import { LogSession } from '../engine/logSession.ts';
import { FileSource } from '../engine/node/fileSource.ts';
import { blockThreads } from '../engine/node/blockThreads.ts';
import { nodeCompression } from '../engine/node/nodeCompression.ts';
import { directFiles } from '../engine/node/openFiles.ts';
import { StreamSource } from '../engine/sources/streamSource.ts';
import { say } from '../protocol/say.ts';
import { UsageError } from './arguments.ts';

/**
 * Reads files, or standard input for `-`, to their end.
 *
 * @param note Called with a sentence that concerns no answer.
 */
export async function openLogs(
  files: readonly string[],
  input: AsyncIterable<Uint8Array>,
  note: (sentence: string) => void,
): Promise<LogSession> {
  if (files.filter((file) => file === '-').length > 1) {
    throw new UsageError('Standard input can be read once only.');
  }
  const session = new LogSession(
    () => {
      // The command line waits for the end and shows no progress.
    },
    nodeCompression,
    blockThreads((reason, isStartedAgain) => {
      const what = isStartedAgain ? 'it is started again to read that anew' : 'what it was to read is read without it';
      note(`A thread crashed, and ${what}: ${reason}`);
    }),
  );
  await session.read(
    files.map((file): LogSource => (file === '-' ? new StreamSource('-', input) : new FileSource(file, file, directFiles))),
  );
  return session;
}

/** The sentences about sources that could not be read. */
export function faultSentences(session: LogSession): readonly string[] {
  return session.faults.map(({ name, sentence }) => {
    const text = say(sentence);
    return text.includes(name) ? text : `${name}: ${text}`;
  });
}
