/**
 * Types in a text of a megabyte, which is JSON Lines to the engine and an array of the same records to VS Code's JSON language service:
 * how long from a key to the findings of the new text, and from opening to the first ones.
 */
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { EngineService } from '../../../src/engine/session/engineService.ts';
import { openContent } from '../../../src/engine/sources/openContent.ts';
import type { FromEngine, SourceDescription, TextEdit } from '../../../src/protocol/engineMessages.ts';
import { invent } from '../inventedLog.ts';
import { EngineWorker } from './engineWorker.ts';

const [script, records, runs] = process.argv.slice(2) as [string, string, string];

/** Before keys are measured: code that runs for the first time is slow in every program. */
const warmUp = 20;

const lines = [...invent({ records: Number(records), cardinality: 'low', shapes: 1 })].map((line) => line.trim());
const text = lines.map((line) => `${line}\n`).join('');
const array = `[\n${lines.join(',\n')}\n]`;

interface Typed {
  readonly firstMs: number;
  readonly keyMs: readonly number[];
  /** Of this process, for a key, on average: other programs do not count. */
  readonly keyCpuMs: number;
}

/** A key within a value in the middle; each second one takes it back. */
function keyAt(of: string, key: number): { readonly offset: number; readonly removed: number; readonly text: string } {
  const offset = of.indexOf('"operationName":"', Math.floor(of.length / 2)) + '"operationName":"'.length;
  return key % 2 === 0 ? { offset, removed: 0, text: 'x' } : { offset, removed: 1, text: '' };
}

async function measure(open: () => Promise<unknown>, type: (key: number) => Promise<unknown>): Promise<Typed> {
  const from = performance.now();
  await open();
  const firstMs = performance.now() - from;
  const keyMs: number[] = [];
  let before = process.cpuUsage();
  for (let key = 0; key < warmUp + Number(runs); key++) {
    if (key === warmUp) {
      before = process.cpuUsage();
    }
    const start = performance.now();
    await type(key);
    keyMs.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return { firstMs, keyMs: keyMs.slice(warmUp), keyCpuMs: (user + system) / 1000 / Number(runs) };
}

function edited(key: number): TextEdit {
  return { base: key + 1, version: key + 2, length: text.length + (key % 2 === 0 ? 1 : 0), changes: [keyAt(text, key)] };
}

const source = (): SourceDescription => ({ kind: 'text', text, name: 'log.ndjson', version: 1 });
const asked = { source: 0, limit: 1000, isFair: true };

/** Through messages to a worker and back, as the extension does it. */
async function inWorker(): Promise<Typed> {
  const engine = new EngineWorker(script);
  let wanted: { readonly version: number; readonly resolve: () => void } | undefined;
  let session = 0;
  const whenRead = (version: number): Promise<void> => new Promise((resolve) => (wanted = { version, resolve }));
  const typed = await measure(
    async () => {
      const read = whenRead(1);
      session = engine.openSource(
        source(),
        ({ complete, textVersion }) => complete && textVersion === wanted?.version && wanted?.resolve(),
      );
      await read;
      await engine.answerOf(session, 'placedFindings', asked);
    },
    async (key) => {
      const read = whenRead(key + 2);
      engine.edit(session, edited(key));
      await read;
      await engine.answerOf(session, 'placedFindings', asked);
    },
  );
  await engine.terminate();
  return typed;
}

/** The engine alone, in this process. */
async function inProcess(): Promise<Typed> {
  let heard: (message: FromEngine) => void = () => undefined;
  const service = new EngineService(
    (message) => heard(message),
    (description) => openContent(description as Exclude<SourceDescription, { kind: 'file' }>),
    nodeCompression,
  );
  const findings = (version: number): Promise<void> =>
    new Promise((resolve) => {
      heard = (message) => {
        if (message.kind === 'snapshot' && message.snapshot.complete && message.snapshot.textVersion === version) {
          const params = { name: 'placedFindings', params: asked } as const;
          service.receive({ kind: 'channel', session: 1, message: { kind: 'request', id: version, ...params } });
        } else if (message.kind === 'channel' && message.message.kind === 'outcome' && message.message.id === version) {
          resolve();
        }
      };
    });
  return measure(
    () => {
      const found = findings(1);
      service.receive({ kind: 'open', session: 1, sources: [source()] });
      return found;
    },
    (key) => {
      const found = findings(key + 2);
      service.receive({ kind: 'edit', session: 1, edit: edited(key) });
      return found;
    },
  );
}

/** Its syntax alone: the records have no schema there. Its server waits for a pause of half a second besides, which is not counted. */
async function inJsonService(): Promise<Typed> {
  const service = getLanguageService({});
  service.configure({ validate: true });
  let document: TextDocument | undefined;
  const validate = (): Promise<unknown> => Promise.resolve(service.doValidation(document!, service.parseJSONDocument(document!)));
  return measure(
    () => {
      document = TextDocument.create('file:///log.json', 'json', 1, array);
      return validate();
    },
    (key) => {
      const { offset, removed, text: added } = keyAt(array, key);
      const range = { start: document!.positionAt(offset), end: document!.positionAt(offset + removed) };
      document = TextDocument.update(document!, [{ range, text: added }], key + 2);
      return validate();
    },
  );
}

console.log(
  JSON.stringify({ bytes: text.length, engine: await inProcess(), worker: await inWorker(), jsonService: await inJsonService() }),
);
