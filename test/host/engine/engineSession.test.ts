import { describe, expect, it } from 'vitest';
import { type EngineLink, EngineSession, type ReadSources, type SessionSchemas } from '../../../src/host/engine/engineSession.ts';
import { SourceProblem } from '../../../src/host/engine/sourceProblem.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { ToReceiver } from '../../../src/protocol/channel.ts';
import type { CheckedSchema, SchemasDescription, SourceDescription, ToEngine } from '../../../src/protocol/engineMessages.ts';

const sources: readonly SourceDescription[] = [{ kind: 'text', text: '{}', name: 'a.json', version: 1 }];
const never = new AbortController().signal;
const summary = { query: '', top: 1 };

/** A session whose messages are kept, and that is numbered as the client does it. */
function setUp(readSources: ReadSources = () => Promise.resolve(sources), schemas?: SessionSchemas) {
  const sent: ToEngine[] = [];
  const left: number[] = [];
  let number = 0;
  const link: EngineLink = { send: (message) => sent.push(message), connect: () => ++number, disconnect: (one) => left.push(one) };
  const session = new EngineSession(link, readSources, schemas);
  const snapshots: Snapshot[] = [];
  session.onSnapshot((snapshot) => snapshots.push(snapshot));
  const requests = (): readonly ToReceiver[] => sent.flatMap((one) => (one.kind === 'channel' ? [one.message] : []));
  const report = (snapshot: number, reading = 1): void =>
    session.receive({ kind: 'snapshot', session: number, snapshot: { snapshot, reading } as Snapshot });
  const answer = (id: number, snapshot: number): void =>
    session.receive({
      kind: 'channel',
      session: number,
      message: { kind: 'outcome', id, outcome: { status: 'ok', answer: { snapshot } as never } },
    });
  return { session, sent, left, snapshots, requests, report, answer };
}

describe('a session of the engine', () => {
  it('opens its sources and sends what was requested before', async () => {
    const { session, sent, requests, answer } = setUp();
    const early = session.request('summary', summary, never);
    expect(sent).toEqual([]);
    await session.read();
    expect(sent[0]).toEqual({ kind: 'open', session: 1, sources });
    expect(requests()).toMatchObject([{ kind: 'request', id: 1, name: 'summary' }]);
    answer(1, 4);
    expect(await early).toMatchObject({ status: 'ok', answer: { snapshot: 4 } });
  });

  it('reads anew, or follows, under the same number', async () => {
    const { session, sent } = setUp();
    await session.read();
    await session.follow();
    await session.read();
    expect(sent.map(({ kind }) => kind)).toEqual(['open', 'follow', 'replace']);
  });

  it('hands over the schemas as they are each time that it reads anew, and says what is wrong in them', async () => {
    const versions: SchemasDescription[] = ['one', 'two'].map((validator) => ({ validator, files: [] }));
    const told: (readonly CheckedSchema[])[] = [];
    const read = [versions[0], versions[1], undefined];
    const schemas: SessionSchemas = { read: () => Promise.resolve(read.shift()), checked: (found) => told.push(found) };
    const { session, sent } = setUp(undefined, schemas);
    await session.read();
    await session.follow();
    await session.read();
    await session.read();
    expect(sent).toEqual([
      { kind: 'open', session: 1, sources, schemas: versions[0] },
      { kind: 'follow', session: 1, sources },
      { kind: 'replace', session: 1, sources, schemas: versions[1] },
      { kind: 'replace', session: 1, sources },
    ]);
    session.receive({ kind: 'schemas', session: 1, schemas: [{ id: 'a', faults: [] }] });
    expect(told).toEqual([[{ id: 'a', faults: [] }]]);
  });

  it('hands edits on while it is open, and is read with them otherwise', async () => {
    const { session, sent } = setUp();
    const edit = { base: 1, version: 2, length: 3, changes: [{ offset: 1, removed: 0, text: 'x' }] };
    session.edit(edit);
    expect(sent).toEqual([]);
    await session.read();
    session.edit(edit);
    expect(sent.map(({ kind }) => kind)).toEqual(['open', 'edit']);
    expect(sent[1]).toEqual({ kind: 'edit', session: 1, edit });
    session.close();
    session.edit(edit);
    expect(sent.map(({ kind }) => kind)).toEqual(['open', 'edit', 'close']);
  });

  it('says once that it is closed, also to who asks later', () => {
    const { session } = setUp();
    let heard = 0;
    const subscription = session.onClosed(() => (heard += 1));
    session.onClosed(() => (heard += 10)).dispose();
    session.close();
    expect(heard).toBe(1);
    subscription.dispose();
    session.onClosed(() => (heard += 100));
    expect(heard).toBe(101);
  });

  it('takes the newest of several readings', async () => {
    const pending: ((found: readonly SourceDescription[]) => void)[] = [];
    const { session, sent } = setUp(() => new Promise((resolve) => pending.push(resolve)));
    const first = session.read();
    const second = session.read();
    pending[1]!([]);
    pending[0]!(sources);
    await Promise.all([first, second]);
    expect(sent).toEqual([{ kind: 'open', session: 1, sources: [] }]);
  });

  it('lets snapshots and readings rise over a restart, and ends what was sent as restarted', async () => {
    const { session, snapshots, report, requests } = setUp();
    await session.read();
    report(1);
    report(5);
    const lost = session.request('summary', summary, never);
    session.restart();
    expect(await lost).toEqual({ status: 'restarted' });
    const waiting = session.request('search', { query: 'text:a' }, never);
    await Promise.resolve();
    await Promise.resolve();
    report(1);
    expect(snapshots.map(({ snapshot, reading }) => [snapshot, reading])).toEqual([
      [1, 1],
      [5, 1],
      [6, 1],
    ]);
    expect(requests().at(-1)).toMatchObject({ kind: 'request', name: 'search' });
    session.close();
    expect(await waiting).toEqual({ status: 'closed' });
  });

  it('says what is wrong with sources that cannot be read, and recovers when they can', async () => {
    let fails = true;
    const problem = { code: 'host.tooLarge', args: ['900', '512'] } as const;
    const { session, snapshots, sent } = setUp(() => (fails ? Promise.reject(new SourceProblem(problem)) : Promise.resolve(sources)));
    const waiting = session.request('summary', summary, never);
    await session.read();
    expect(await waiting).toEqual({ status: 'error', message: problem });
    expect(await session.request('summary', summary, never)).toEqual({ status: 'error', message: problem });
    expect(snapshots).toMatchObject([{ snapshot: 1, complete: true, records: 0, problem }]);
    fails = false;
    await session.follow();
    expect(sent.map(({ kind }) => kind)).toEqual(['open']);
  });

  it('frees itself in the engine, and answers nothing afterwards', async () => {
    const { session, sent, left, report } = setUp();
    await session.read();
    report(1);
    session.close();
    session.restart();
    await session.follow();
    expect(sent.map(({ kind }) => kind)).toEqual(['open', 'close']);
    expect(left).toEqual([1]);
    expect(await session.request('summary', summary, never)).toEqual({ status: 'closed' });
  });

  it('stays failed once the engine is given up', async () => {
    const { session, sent, snapshots } = setUp();
    await session.read();
    session.giveUp('out of memory');
    await session.follow();
    expect(sent.map(({ kind }) => kind)).toEqual(['open', 'close']);
    expect(snapshots.at(-1)).toMatchObject({ complete: true, problem: { code: 'host.engineFailed', args: ['out of memory'] } });
    expect(await session.request('summary', summary, never)).toMatchObject({ status: 'error' });
  });
});
