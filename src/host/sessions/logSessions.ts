import type { Uri } from 'vscode';
import type { EngineClient } from '../engine/engineClient.ts';
import type { EngineSession, ReadSources } from '../engine/engineSession.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { Platform } from '../engine/platform.ts';
import { showIndexing } from './indexingProgress.ts';
import { readSources } from './readSources.ts';
import { watchLog } from './watchLog.ts';

/** How long a log stays open after its last user, in milliseconds: moving between editors must not read it again. */
const linger = 30_000;

/** The right to use a log; the session is closed some time after the last one is given back. */
export interface Lease extends Disposable {
  readonly session: EngineSession;
}

interface SharedLog {
  readonly session: EngineSession;
  readonly owned: Disposables;
  users: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

/** One session for each log, shared by its timelines and its text document. Follows a log as it changes on disk. */
export class LogSessions implements Disposable {
  readonly #client: EngineClient;
  readonly #platform: Platform;
  readonly #shared = new Map<string, SharedLog>();

  constructor(client: EngineClient, platform: Platform) {
    this.#client = client;
    this.#platform = platform;
  }

  /** The addresses of the logs that are open, or stay so for a while. */
  get addresses(): readonly string[] {
    return [...this.#shared.keys()];
  }

  /** The shared session of a log. */
  acquire(uri: Uri): Lease {
    const key = uri.toString();
    const shared = this.#shared.get(key) ?? this.#open(uri, key);
    clearTimeout(shared.closing);
    shared.users += 1;
    let isHeld = true;
    return {
      session: shared.session,
      dispose: () => {
        if (isHeld) {
          isHeld = false;
          this.#giveBack(key, shared);
        }
      },
    };
  }

  /** A session of its own, for content that is nowhere but in an editor; closed at once when it is given back. */
  acquireOwn(read: ReadSources): Lease {
    const session = this.#client.open(read);
    return { session, dispose: () => this.#client.close(session) };
  }

  /** Reads a log again that is known to have changed, without waiting for the file system to notice. */
  reload(uri: Uri): void {
    void this.#shared.get(uri.toString())?.session.read();
  }

  dispose(): void {
    for (const [key, shared] of this.#shared) {
      this.#close(key, shared);
    }
  }

  #open(uri: Uri, key: string): SharedLog {
    const session = this.#client.open(readSources(uri, this.#platform));
    const owned = new Disposables();
    owned.add(watchLog(uri, { written: () => void session.follow(), edited: () => void session.read() }));
    owned.add(showIndexing(session, uri.path.slice(uri.path.lastIndexOf('/') + 1)));
    const shared: SharedLog = { session, owned, users: 0, closing: undefined };
    this.#shared.set(key, shared);
    return shared;
  }

  #giveBack(key: string, shared: SharedLog): void {
    shared.users -= 1;
    if (shared.users === 0) {
      shared.closing = setTimeout(() => this.#close(key, shared), linger);
    }
  }

  #close(key: string, shared: SharedLog): void {
    clearTimeout(shared.closing);
    this.#shared.delete(key);
    this.#client.close(shared.session);
    shared.owned.dispose();
  }
}
