import type { LogSource } from '../../core/reading/source.ts';
import type { FromEngine, SourceDescription, ToEngine } from '../../protocol/engineMessages.ts';
import type { BlockWorkers } from '../parallel/blockWorkers.ts';
import { LogSession } from './logSession.ts';
import type { Compression } from '../sources/compression.ts';

/** Serves all sessions of a worker: turns messages into calls, and makes sure that each request is answered once. */
export class EngineService {
  private readonly sessions = new Map<number, LogSession>();
  private readonly requests = new Map<number, AbortController>();
  private readonly post: (message: FromEngine) => void;
  private readonly compression: Compression;
  private readonly blockWorkers: BlockWorkers | undefined;
  private readonly openSource: (description: SourceDescription) => LogSource;

  constructor(
    post: (message: FromEngine) => void,
    openSource: (description: SourceDescription) => LogSource,
    compression: Compression,
    blockWorkers?: BlockWorkers,
  ) {
    this.post = post;
    this.compression = compression;
    this.blockWorkers = blockWorkers;
    this.openSource = openSource;
  }

  receive(message: ToEngine): void {
    switch (message.kind) {
      case 'open':
        this.sessions.set(
          message.session,
          new LogSession(
            (snapshot) => this.post({ kind: 'snapshot', session: message.session, snapshot }),
            this.compression,
            this.blockWorkers,
          ),
        );
        this.read(message.session, message.sources);
        break;
      case 'replace':
        this.read(message.session, message.sources);
        break;
      case 'follow':
        void this.sessions.get(message.session)?.follow(message.sources.map((source) => this.openSource(source)));
        break;
      case 'close':
        void this.sessions.get(message.session)?.close();
        this.sessions.delete(message.session);
        break;
      case 'ask':
        void this.answer(message);
        break;
      case 'cancel':
        this.requests.get(message.id)?.abort();
        break;
    }
  }

  private read(session: number, sources: readonly SourceDescription[]): void {
    void this.sessions.get(session)?.read(sources.map((source) => this.openSource(source)));
  }

  private async answer({ id, session, name, params }: Extract<ToEngine, { kind: 'ask' }>): Promise<void> {
    const opened = this.sessions.get(session);
    if (opened === undefined) {
      this.post({ kind: 'answer', id, outcome: { status: 'closed' } });
      return;
    }
    const controller = new AbortController();
    this.requests.set(id, controller);
    const outcome = await opened.ask(name, params, controller.signal);
    this.requests.delete(id);
    this.post({ kind: 'answer', id, outcome });
  }
}
