import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { EngineService } from '../../../src/engine/session/engineService.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { openContent } from '../../../src/engine/sources/openContent.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { FromEngine, SourceDescription, TextEdit } from '../../../src/protocol/engineMessages.ts';
import type { RequestName, Requests } from '../../../src/protocol/requests.ts';
import { runs } from '../../runs.ts';
import { openLog } from '../openLog.ts';

/** What VS Code says of an edit: places of the text before it. */
interface Change {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

const record = (number: number, changes: object = {}): string =>
  JSON.stringify({
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    env_epoch: 'E1',
    env_seqNum: number,
    env_time: `2020-11-23T18:00:${String(number % 60).padStart(2, '0')}Z`,
    callerDisplayName: 'Zoë 😀',
    ...changes,
  });

/** A worker's service, with a document that is edited. */
class Edited {
  readonly received: FromEngine[] = [];
  #text: string;
  #version = 1;
  #id = 0;
  #look: () => void = () => undefined;
  readonly #service = new EngineService(
    (message) => {
      this.received.push(message);
      this.#look();
    },
    (description) => openContent(description as Exclude<SourceDescription, { kind: 'file' }>),
    nodeCompression,
  );

  constructor(text: string) {
    this.#text = text;
    this.#service.receive({ kind: 'open', session: 1, sources: [this.#source()] });
  }

  get text(): string {
    return this.#text;
  }

  get version(): number {
    return this.#version;
  }

  /** Edits the document; the edit is handed on unless it is to be lost. */
  edit({ at, removed, text }: Change, isLost = false): void {
    const offset = at % (this.#text.length + 1);
    const length = Math.min(removed, this.#text.length - offset);
    this.#text = this.#text.slice(0, offset) + text + this.#text.slice(offset + length);
    const edit: TextEdit = {
      base: this.#version,
      version: this.#version + 1,
      length: this.#text.length,
      changes: [{ offset, removed: length, text }],
    };
    this.#version++;
    if (!isLost) {
      this.#service.receive({ kind: 'edit', session: 1, edit });
    }
  }

  /** What a host does where the engine has lost the text. */
  handOver(): void {
    this.#service.receive({ kind: 'replace', session: 1, sources: [this.#source()] });
  }

  isLost(): boolean {
    return this.received.some(({ kind }) => kind === 'textLost');
  }

  snapshots(): readonly Snapshot[] {
    return this.received.flatMap((message) => (message.kind === 'snapshot' ? [message.snapshot] : []));
  }

  /** The snapshot of the last version, once it is there. */
  settled(): Promise<Snapshot> {
    return this.#until(() => {
      const last = this.snapshots().at(-1);
      return last?.complete === true && last.textVersion === this.#version ? last : undefined;
    });
  }

  request<Name extends RequestName>(name: Name, params: Requests[Name]['params']): Promise<unknown> {
    const id = ++this.#id;
    this.#service.receive({ kind: 'channel', session: 1, message: { kind: 'request', id, name, params } as never });
    return this.#until(() => {
      for (const message of this.received) {
        if (message.kind === 'channel' && message.message.kind === 'outcome' && message.message.id === id) {
          const { outcome } = message.message;
          return outcome.status === 'ok' ? outcome.answer : outcome;
        }
      }
      return undefined;
    });
  }

  close(): void {
    this.#service.receive({ kind: 'close', session: 1 });
  }

  /** What is found in the messages, as soon as one brings it. */
  #until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      this.#look = () => {
        const found = find();
        if (found !== undefined) {
          this.#look = () => undefined;
          resolve(found);
        }
      };
      this.#look();
    });
  }

  #source(): SourceDescription {
    return { kind: 'text', text: this.#text, name: 'log0.ndjson', version: this.#version };
  }
}

/** All that texts show of a log: findings and their places, records, the outline. */
const questions = [
  ['placedFindings', { source: 0, limit: 10_000 }],
  ['writtenRecords', { query: '', order: 'file', at: 0, count: 1000 }],
  ['outline', { source: 0, line: 0, limit: 5000 }],
  ['page', { query: 'finding:*', order: 'oldest', from: { at: 0 }, count: 1000 }],
  ['coverage', { epochs: 100, gaps: 100 }],
] as const;

/** Without the number of the snapshot, which says how often a log was read. */
function plain(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null ? { ...answer, snapshot: 0 } : answer;
}

async function expectAsFresh(edited: Edited): Promise<void> {
  const { records, findings, first, last, sources, problem, isAuditLog } = await edited.settled();
  // A character that an edit has cut in two is the same to both.
  const fresh = await openLog(encodeText(edited.text));
  expect({ records, findings, first, last, sources, problem, isAuditLog }).toEqual({
    records: fresh.last.records,
    findings: fresh.last.findings,
    first: fresh.last.first,
    last: fresh.last.last,
    sources: fresh.last.sources,
    problem: fresh.last.problem,
    isAuditLog: fresh.last.isAuditLog,
  });
  for (const [name, params] of problem === null ? questions : []) {
    const outcome = await fresh.session.request(name, params, new AbortController().signal);
    expect(plain(await edited.request(name, params))).toEqual(plain(outcome.status === 'ok' ? outcome.answer : outcome));
  }
  await fresh.session.close();
}

const log = (count: number, end = '\n'): string => Array.from({ length: count }, (_, index) => record(index) + end).join('');

describe('a text that is edited', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '\r\n', '\r', '{', '}', ',', '"', '[', ']', ' ', '😀', '\ud83d', '\ude00', '\ufeff', '\\', 'x', '7'),
    fc.nat(40).map((number) => `${record(number)}\n`),
    fc.nat(40).map((number) => record(number, { resultType: 'Succeed', extra: [1, { a: null }] })),
  );
  const change: fc.Arbitrary<Change> = fc.record({
    at: fc.nat(),
    removed: fc.oneof(fc.nat(3), fc.nat(400)),
    text: fc.oneof(fc.constant(''), piece),
  });
  const beginning = fc.constantFrom(
    log(12),
    log(12, '\r\n'),
    `\ufeff${log(5)}`,
    `[${log(6).trim().replaceAll('\n', ',')}]`,
    `{"records":[${record(1)}]}`,
    '',
  );

  it('is read as if it had been opened so, whatever the edits', async () => {
    await fc.assert(
      fc.asyncProperty(beginning, fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(3), async (text, changes, pause) => {
        const edited = new Edited(text);
        for (const [index, one] of changes.entries()) {
          edited.edit(one);
          if (pause > 0 && index % pause === 0) {
            await edited.settled();
          }
        }
        await expectAsFresh(edited);
        expect(edited.isLost()).toBe(false);
        edited.close();
      }),
      { numRuns: runs(60) },
    );
  }, 7_200_000);

  it('is asked for as a whole where an edit was lost, and never answered for at wrong places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), fc.nat(), async (changes, lost) => {
        const edited = new Edited(log(8));
        await edited.settled();
        changes.forEach((one, index) => edited.edit(one, index === lost % (changes.length - 1)));
        // The edit after the one that was lost does not fit.
        expect(edited.isLost()).toBe(true);
        const before = edited.snapshots().every(({ textVersion }) => textVersion !== edited.version);
        expect(before).toBe(true);
        edited.handOver();
        edited.edit({ at: 3, removed: 1, text: '' });
        await expectAsFresh(edited);
        edited.close();
      }),
      { numRuns: runs(15) },
    );
  }, 7_200_000);

  it('is read to its end however fast the edits come, and of those that come meanwhile the last one only', async () => {
    const edited = new Edited(log(300));
    for (let count = 0; count < 50; count++) {
      edited.edit({ at: 0, removed: 0, text: '\n' });
    }
    const last = await edited.settled();
    expect(last.records).toBe(300);
    const versions = [...new Set(edited.snapshots().map(({ textVersion }) => textVersion))];
    expect(versions).toEqual([1, 51]);
    edited.close();
  });
});
