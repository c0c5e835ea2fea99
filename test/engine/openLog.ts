import { LogSession } from '../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../src/engine/sources/bytesSource.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import { say } from '../../src/protocol/say.ts';
import type { RequestName, Requests } from '../../src/protocol/requests.ts';

/** A log in memory, read to its end. */
export interface OpenedLog {
  readonly snapshots: readonly Snapshot[];
  readonly last: Snapshot;
  readonly session: LogSession;
  /** Asks, and fails the test where the outcome is not an answer. */
  readonly request: <Name extends RequestName>(name: Name, params: Requests[Name]['params']) => Promise<Requests[Name]['answer']>;
}

export async function openLog(...texts: readonly (string | Uint8Array)[]): Promise<OpenedLog> {
  const snapshots: Snapshot[] = [];
  const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
  await session.read(
    texts.map((text, index) => new BytesSource(`log${index}.ndjson`, typeof text === 'string' ? new TextEncoder().encode(text) : text)),
  );
  return {
    snapshots,
    last: snapshots.at(-1)!,
    session,
    async request(name, params) {
      const outcome = await session.request(name, params, new AbortController().signal);
      if (outcome.status !== 'ok') {
        throw new Error(`${outcome.status}: ${outcome.status === 'error' ? say(outcome.message) : ''}`);
      }
      return outcome.answer;
    },
  };
}
