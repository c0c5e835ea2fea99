import type { FormatChoice } from '../../core/formats/formatChoice.ts';
import type { LogSource } from '../../core/reading/source.ts';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import { RequestReceiver } from '../../protocol/channel.ts';
import type { FromEngine, SchemasDescription, SourceDescription, TextEdit, ToEngine } from '../../protocol/engineMessages.ts';
import type { BlockWorkers } from '../parallel/blockWorkers.ts';
import { noSchemas, type LogSchemas } from '../schemas/logSchemas.ts';
import { type LoadValidator, SchemaStore } from '../schemas/schemaStore.ts';
import type { Compression } from '../sources/compression.ts';
import { EditedText } from './editedText.ts';
import { LogSession } from './logSession.ts';

/** A log that the worker has open, and where its requests arrive. */
interface Served {
  readonly log: LogSession;
  readonly requests: RequestReceiver;
  /** The text of a document whose edits can follow. */
  text: EditedText | undefined;
  /** The version that is being read, or was read last. */
  version: number | undefined;
  isReading: boolean;
  /** What its records are held against beside their formats' own schemas. */
  schemas: Promise<LogSchemas>;
}

/** Serves all sessions of a worker: turns messages into calls. */
export class EngineService {
  private readonly sessions = new Map<number, Served>();
  private readonly post: (message: FromEngine) => void;
  private readonly compression: Compression;
  private readonly blockWorkers: BlockWorkers | undefined;
  private readonly openSource: (description: SourceDescription) => LogSource;
  private readonly schemas: SchemaStore;

  constructor(
    post: (message: FromEngine) => void,
    openSource: (description: SourceDescription) => LogSource,
    compression: Compression,
    blockWorkers?: BlockWorkers,
    load: LoadValidator = (address) => import(address) as ReturnType<LoadValidator>,
  ) {
    this.post = post;
    this.compression = compression;
    this.blockWorkers = blockWorkers;
    this.openSource = openSource;
    this.schemas = new SchemaStore(load);
  }

  receive(message: ToEngine): void {
    const { session } = message;
    switch (message.kind) {
      case 'open':
        this.sessions.set(session, this.serve(session, message.formats));
        this.read(session, message.sources, message.schemas);
        break;
      case 'replace':
        this.read(session, message.sources, message.schemas);
        break;
      case 'follow':
        void this.sessions.get(session)?.log.follow(message.sources.map((source) => this.openSource(source)));
        break;
      case 'edit':
        this.edit(session, message.edit);
        break;
      case 'close':
        void this.sessions.get(session)?.log.close();
        this.sessions.delete(session);
        break;
      case 'channel':
        this.requests(session).receive(message.message);
        break;
    }
  }

  private serve(session: number, formats: FormatChoice | undefined): Served {
    const report = (snapshot: Snapshot): void => {
      const { version } = served;
      this.post({ kind: 'snapshot', session, snapshot: version === undefined ? snapshot : { ...snapshot, textVersion: version } });
    };
    const log = new LogSession(report, this.compression, this.blockWorkers, formats);
    const requests = new RequestReceiver(
      (name, params, signal, emit) => log.request(name, params, signal, emit),
      (message) => this.post({ kind: 'channel', session, message }),
    );
    const served: Served = { log, requests, text: undefined, version: undefined, isReading: false, schemas: Promise.resolve(noSchemas) };
    return served;
  }

  /** Where the requests of a session arrive; those of a session that is closed end as that. */
  private requests(session: number): RequestReceiver {
    return (
      this.sessions.get(session)?.requests ??
      new RequestReceiver(
        () => Promise.resolve({ status: 'closed' }),
        (message) => this.post({ kind: 'channel', session, message }),
      )
    );
  }

  private async compile(session: number, schemas: SchemasDescription): Promise<LogSchemas> {
    try {
      const compiled = await this.schemas.compile(schemas);
      this.post({ kind: 'schemas', session, schemas: compiled.checked });
      return compiled.schemas;
    } catch {
      // The validator is a file of the extension, which may be gone while it is updated.
      return { checks: undefined, unusable: schemas.files.map(({ name }) => [name, 'unreadable']) };
    }
  }

  private read(session: number, sources: readonly SourceDescription[], schemas?: SchemasDescription): void {
    const served = this.sessions.get(session);
    const [only, ...others] = sources;
    if (served === undefined) {
      return;
    }
    served.schemas = schemas === undefined ? Promise.resolve(noSchemas) : this.compile(session, schemas);
    if (only?.kind === 'text' && others.length === 0) {
      served.text = new EditedText(only);
      void this.readText(served);
    } else {
      served.text = undefined;
      served.version = undefined;
      void served.log.read(
        sources.map((source) => this.openSource(source)),
        served.schemas,
      );
    }
  }

  private edit(session: number, edit: TextEdit): void {
    const served = this.sessions.get(session);
    if (served?.text === undefined) {
      // It was reported already, or the session is closed.
      return;
    }
    if (!served.text.apply(edit)) {
      served.text = undefined;
      this.post({ kind: 'textLost', session });
    } else if (!served.isReading) {
      void this.readText(served);
    }
  }

  /** Reads the text, and again while it has changed meanwhile: a reading that each key ended would never be done. */
  private async readText(served: Served): Promise<void> {
    const { text } = served;
    served.isReading = true;
    do {
      served.version = text!.version;
      await served.log.read([text!.source()], served.schemas);
    } while (served.text === text && served.version !== text!.version);
    if (served.text === text) {
      served.isReading = false;
    }
  }
}
