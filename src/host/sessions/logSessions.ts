import type { Uri } from 'vscode';
import type { EngineClient } from '../engine/engineClient.ts';
import type { EngineSession, ReadSources } from '../engine/engineSession.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { Platform } from '../engine/platform.ts';
import { showIndexing } from './indexingProgress.ts';
import { SharedUse } from '../lifetime/sharedUse.ts';
import { readSources } from './readSources.ts';
import { LogSchemas } from '../schemas/logSchemas.ts';
import type { SchemaProblems } from '../schemas/schemaProblems.ts';
import { watchLog } from './watchLog.ts';

/** How long a log stays open after its last user, in milliseconds: moving between editors must not read it again. */
const linger = 30_000;

/** The right to use a log; the session is closed some time after the last one is given back. */
export interface Lease extends Disposable {
  readonly session: EngineSession;
}

/** A session with all that follows its log. */
interface SharedLog extends Disposable {
  readonly session: EngineSession;
}

/** One session for each log, shared by its timelines and its text document. Follows a log as it changes on disk. */
export class LogSessions implements Disposable {
  readonly #client: EngineClient;
  readonly #platform: Platform;
  readonly #schemaProblems: SchemaProblems;
  readonly #shared = new SharedUse<SharedLog>(linger);

  constructor(client: EngineClient, platform: Platform, schemaProblems: SchemaProblems) {
    this.#client = client;
    this.#platform = platform;
    this.#schemaProblems = schemaProblems;
  }

  /** The addresses of the logs that are open, or stay so for a while. */
  get addresses(): readonly string[] {
    return this.#shared.keys;
  }

  /** The shared session of a log. */
  acquire(uri: Uri): Lease {
    const use = this.#shared.use(uri.toString(), () => this.#open(uri));
    return { session: use.value.session, dispose: () => use.dispose() };
  }

  /** A session of its own, for content that is nowhere but in an editor; closed at once when it is given back. */
  acquireOwn(uri: Uri, read: ReadSources): Lease {
    const { session, owned } = this.#openWithSchemas(uri, read);
    return { session, dispose: () => owned.dispose() };
  }

  /** Reads a log again that is known to have changed, without waiting for the file system to notice. */
  reload(uri: Uri): void {
    void this.#shared.get(uri.toString())?.session.read();
  }

  dispose(): void {
    this.#shared.dispose();
  }

  #open(uri: Uri): SharedLog {
    const { session, owned } = this.#openWithSchemas(uri, readSources(uri, this.#platform));
    owned.add(watchLog(uri, { written: () => void session.follow(), edited: () => void session.read() }));
    owned.add(showIndexing(session, uri.path.slice(uri.path.lastIndexOf('/') + 1)));
    return { session, dispose: () => owned.dispose() };
  }

  #openWithSchemas(uri: Uri, read: ReadSources): { readonly session: EngineSession; readonly owned: Disposables } {
    const owned = new Disposables();
    const schemas = owned.add(
      new LogSchemas(
        uri,
        () => this.#platform.validator(),
        this.#schemaProblems,
        () => void session.read(),
      ),
    );
    const session = this.#client.open(read, schemas);
    owned.add({ dispose: () => this.#client.close(session) });
    return { session, owned };
  }
}
