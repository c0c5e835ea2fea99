import type { LogSource } from '../../src/core/reading/source.ts';
import { LogSession } from '../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../src/engine/node/nodeCompression.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { Responder } from '../../src/protocol/requests.ts';
import { ChangingFile } from '../engine/session/changingFile.ts';
import type { Json } from './double/inventedRecords.ts';

/** So much of an unfinished log can be read: as much as the engine reads before its first snapshot. */
const readableBytes = 64 * 1024;

/** The bytes of a log: a record on each line. */
export function ndjson(records: readonly Json[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** A log that the real engine has opened, over real bytes: where the page's tests get their answers and snapshots from. */
export class RealLog implements Responder {
  readonly #file: ChangingFile;
  readonly #session: LogSession;
  readonly #firstReported = Promise.withResolvers<void>();
  #snapshot: Snapshot | undefined;

  private constructor(content: readonly Json[] | string) {
    this.#file = new ChangingFile(typeof content === 'string' ? content : ndjson(content));
    this.#session = new LogSession((snapshot) => {
      this.#snapshot = snapshot;
      this.#firstReported.resolve();
    }, nodeCompression);
  }

  /** Opens a log of records, or of any text, and reads it to its end. */
  static async open(content: readonly Json[] | string): Promise<RealLog> {
    const log = new RealLog(content);
    await log.#session.read([log.#file.source()]);
    return log;
  }

  /** Opens a log of 64 to 128 KiB, of which the bytes from 64 KiB on are not there yet: `finish` has them read. */
  static async openUnfinished(records: readonly Json[]): Promise<{ readonly log: RealLog; readonly finish: () => Promise<Snapshot> }> {
    const log = new RealLog(records);
    const { promise, resolve } = Promise.withResolvers<void>();
    const source = log.#file.source();
    const slow: LogSource = {
      ...source,
      read: async (offset, length, into) => {
        await (offset >= readableBytes ? promise : undefined);
        return source.read(offset, length, into);
      },
    };
    const read = log.#session.read([slow]);
    await log.#firstReported.promise;
    return {
      log,
      finish: async () => {
        resolve();
        await read;
        return log.snapshot;
      },
    };
  }

  /** The newest one. */
  get snapshot(): Snapshot {
    return this.#snapshot!;
  }

  readonly request: Responder['request'] = (name, params, signal) => this.#session.request(name, params, signal);

  /** Writes more records into the file and has the engine follow it. Resolves with the newest snapshot. */
  append(records: readonly Json[]): Promise<Snapshot> {
    this.#file.append(ndjson(records));
    return this.#follow();
  }

  /** Puts another file in its place and has the engine follow it. Resolves with the newest snapshot. */
  replace(records: readonly Json[]): Promise<Snapshot> {
    this.#file.replace(ndjson(records));
    return this.#follow();
  }

  async #follow(): Promise<Snapshot> {
    await this.#session.follow([this.#file.source()]);
    return this.snapshot;
  }
}
