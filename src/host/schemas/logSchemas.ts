import * as vscode from 'vscode';
import type { CheckedSchema, SchemaDescription, SchemasDescription } from '../../protocol/engineMessages.ts';
import { settings } from '../base/settings.ts';
import { watchFile } from '../base/watchFile.ts';
import type { SessionSchemas } from '../engine/engineSession.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { areSchemasRestricted } from './restrictedSchemas.ts';
import { schemaAddress } from './schemaAddress.ts';
import type { SchemaProblems } from './schemaProblems.ts';

/** A schema is often written in many small steps. */
const quiet = 300;

/** Larger files hold no schema. In bytes. */
const maxSize = 1024 * 1024;

/** The schemas of the settings for one log, as long as it is open: read each time that the log is, and watched. */
export class LogSchemas implements SessionSchemas, Disposable {
  readonly #log: vscode.Uri;
  readonly #validator: () => Promise<string>;
  readonly #problems: SchemaProblems;
  readonly #owned = new Disposables();
  readonly #changed: () => void;
  /** What the settings said when the log was last read. */
  #rules = '';
  #isRestricted = false;
  readonly #watched = new Map<string, Disposable>();

  /**
   * @param validator Gives the address from which the engine loads the validator.
   * @param changed Called when the log is to be read again, as the setting, a schema, or the trust in the workspace has changed.
   */
  constructor(log: vscode.Uri, validator: () => Promise<string>, problems: SchemaProblems, changed: () => void) {
    this.#log = log;
    this.#validator = validator;
    this.#problems = problems;
    this.#changed = changed;
    this.#owned.add(settings.onDidChange(() => this.#rulesOfNow() !== this.#rules && changed()));
    this.#owned.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#isRestricted && changed()));
  }

  async read(): Promise<SchemasDescription | undefined> {
    this.#rules = this.#rulesOfNow();
    this.#isRestricted = await areSchemasRestricted(this.#log);
    if (this.#isRestricted) {
      return { validator: '', files: [{ kind: 'missing', name: '', why: 'restricted' }] };
    }
    const rules = vscode.workspace.isTrusted ? settings.schemas(this.#log) : [];
    const found = rules.map((rule) => ({ ...rule, uri: schemaAddress(rule.file, this.#log) }));
    this.#watch(found.flatMap(({ uri }) => (uri === undefined ? [] : [uri])));
    if (found.length === 0) {
      return undefined;
    }
    const files = await Promise.all(
      found.map(async ({ file, mode, uri }): Promise<SchemaDescription> => {
        const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        const content = uri === undefined ? undefined : await contentOf(uri);
        return uri === undefined || content === undefined
          ? { kind: 'missing', name, why: 'unreadable' }
          : { kind: 'schema', id: uri.toString(), name, mode, content };
      }),
    );
    return { validator: await this.#validator(), files };
  }

  checked(schemas: readonly CheckedSchema[]): void {
    this.#problems.show(this, schemas);
  }

  dispose(): void {
    this.#watch([]);
    this.#problems.show(this, []);
    this.#owned.dispose();
  }

  #rulesOfNow(): string {
    return JSON.stringify(settings.schemas(this.#log));
  }

  /** Watches these files, and no others any more. */
  #watch(files: readonly vscode.Uri[]): void {
    const wanted = new Map(files.map((uri) => [uri.toString(), uri]));
    for (const [id, watch] of this.#watched) {
      if (!wanted.has(id)) {
        watch.dispose();
        this.#watched.delete(id);
      }
    }
    if (files.length === 0) {
      this.#problems.show(this, []);
    }
    for (const [id, uri] of wanted) {
      if (!this.#watched.has(id)) {
        const owned = new Disposables();
        const changed = owned.add(debounce(this.#changed, quiet));
        owned.add(watchFile(uri, changed, changed));
        this.#watched.set(id, owned);
      }
    }
  }
}

/** The bytes of a schema; undefined where there is none. */
async function contentOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > maxSize ? undefined : await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}
