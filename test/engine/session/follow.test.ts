import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockWorkers } from '../../../src/engine/parallel/blockWorkers.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { BytesBlockWorkers } from '../parallel/bytesBlockWorkers.ts';
import { everyAnswer } from '../parallel/everyAnswer.ts';
import { recordText } from '../generate.ts';
import { encode } from '../sources/encodings.ts';
import { ChangingFile } from './changingFile.ts';
import { withoutOrder } from './withoutOrder.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;
const encoder = new TextEncoder();

interface Followed {
  readonly file: ChangingFile;
  readonly session: LogSession;
  readonly snapshots: readonly Snapshot[];
  readonly follow: () => Promise<Snapshot>;
  /** What it answers, but for what numbers how it came about. */
  readonly everything: () => Promise<unknown>;
}

async function open(file: ChangingFile, workers?: BlockWorkers): Promise<Followed> {
  const snapshots: Snapshot[] = [];
  const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression, workers);
  await session.read([file.source()]);
  return {
    file,
    session,
    snapshots,
    follow: async () => {
      await session.follow([file.source()]);
      return snapshots.at(-1)!;
    },
    everything: async () => withoutOrder({ last: { ...snapshots.at(-1), snapshot: 0, reading: 0 }, answers: await everyAnswer(session) }),
  };
}

/** Writes a log step by step, with a look and questions after each, and compares with one reading of the whole. */
async function check(bytes: Uint8Array, cuts: readonly number[]): Promise<void> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((left, right) => left - right);
  const followed = await open(new ChangingFile(bytes.slice(0, ends[0])));
  for (const [index, end] of ends.entries()) {
    followed.file.append(bytes.subarray(end, ends[index + 1] ?? bytes.length));
    await followed.session.request('page', { query: 'text:set', order: 'newest', from: { at: 0 }, count: 5 }, never);
    await followed.follow();
    expect(await followed.everything()).toEqual(
      await (await open(new ChangingFile(bytes.slice(0, ends[index + 1] ?? bytes.length)))).everything(),
    );
  }
  await followed.session.close();
  expect(followed.file.open).toBe(0);
}

const damaged = fc.oneof(
  { weight: 6, arbitrary: recordText },
  { weight: 1, arbitrary: fc.tuple(recordText, fc.nat()).map(([text, at]) => text.slice(0, at % text.length)) },
  { weight: 1, arbitrary: fc.tuple(recordText, recordText).map(([one, other]) => one + other) },
  { weight: 1, arbitrary: fc.constantFrom('{"id":1,"parts":[{"a":1},{"a":2}]}', '{"foo":[{"time":"2022-03-01","action":"a"}]}') },
  { weight: 1, arbitrary: fc.constantFrom('', '\r', '[', ']', ',', '\0\0', '{"records":[', '1', '{"a":\n1}', '\ufeff', '\x1e', '{"a":"') },
);
/** How records are put together: what is before, between and after them. */
const container = fc.constantFrom<readonly [before: string, between: string, after: string]>(
  ['[', ',', ']'],
  ['[\n  ', ',\n  ', '\n]\n'],
  ['[', ',\r\n', ''],
  ['{"records": [', ', ', '], "nextLink": "https://example.com/2"}'],
  ['{"count": 3, "value":\n[', ',\n', ']}'],
  ['{"exported": 1, "rows":\n[', ',\n', ']}'],
  ['{"took": 3, "hits": {"hits": [', ', ', ']}, "more": 1}'],
  ['{"rows": [', ']}\n{"rows": [', ']}\n'],
  ['', ' ', ''],
  ['', ',\n', ''],
  ['\x1e', '\n\x1e', '\n'],
  ['\ufeff', '\r', ''],
  ['[[', '],[', ']]'],
  ['\0\0', '\n\0\0\n', '\n'],
);
const cuts = fc.array(fc.nat(), { minLength: 1, maxLength: 3 });

describe('following a log', () => {
  it('answers as one reading does, wherever the steps end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(recordText, { minLength: 1, maxLength: 12 }), cuts, (lines, at) =>
        check(encoder.encode(lines.join('\n')), at),
      ),
      { numRuns: runs(30) },
    );
  });

  it('answers as one reading does where lines are damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 12 }), cuts, (lines, at) =>
        check(encoder.encode(lines.join('\n')), at),
      ),
      { numRuns: runs(40) },
    );
  });

  it('answers as one reading does in every container, damaged or not', async () => {
    await fc.assert(
      fc.asyncProperty(container, fc.array(damaged, { minLength: 1, maxLength: 8 }), cuts, ([before, between, after], records, at) =>
        check(encoder.encode(before + records.join(between) + after), at),
      ),
      { numRuns: runs(60) },
    );
  });

  it('answers as one reading does of growth that is read in blocks', async () => {
    const lines = Array.from({ length: 12_000 }, (_, line) =>
      JSON.stringify({
        operationName: `o${line % 7}`,
        env_epoch: 'E1',
        env_seqNum: line - (line % 500 === 0 ? 3 : 0),
        [`key${line % 3}`]: 1,
      }),
    );
    const whole = encoder.encode(lines.join('\n'));
    const workers = new BytesBlockWorkers(whole, 2, 8000);
    const first = whole.slice(0, 70_001);
    const followed = await open(new ChangingFile(first), workers);
    const { read } = workers;
    followed.file.append(whole.subarray(first.length));
    expect(await followed.follow()).toMatchObject({ reading: 1, complete: true, records: 12_000 });
    expect(workers.read).toBeGreaterThan(read + 10);
    expect(await followed.everything()).toEqual(await (await open(new ChangingFile(whole))).everything());
  });

  const grown: readonly (readonly [name: string, before: string, added: string, records: number])[] = [
    ['behind a line', record(1) + record(2), record(3), 3],
    ['behind half a line', record(1) + record(2).slice(0, 30), record(2).slice(30) + record(3), 3],
    ['behind a record whose line has not ended', record(1) + record(2).trimEnd(), '\n' + record(3), 3],
    ['by less than a record', record(1), '{', 1],
    ['in an array that has not ended', `[${record(1)}`, `,${record(2)}]`, 2],
    ['behind an array that has ended', `[${record(1)}]`, `,${record(2)}`, 2],
    ['in a wrapper', `{"records": [${record(1)},{"opera`, `tionName":"x"},${record(3)}`, 3],
    ['in a record of several lines', '{\n"operationName":\n"x"\n}\n{\n', '"operationName": "y"\n}', 2],
  ];
  it.each(grown)('reads on %s', async (_, before, added, records) => {
    const { file, follow } = await open(new ChangingFile(before));
    file.append(added);
    expect(await follow()).toMatchObject({ reading: 1, complete: true, problem: null, records });
    expect(file.open).toBe(1);
  });

  const changed: readonly (readonly [name: string, before: string, change: (file: ChangingFile) => void, records: number])[] = [
    ['another file', record(1), (file) => file.replace(record(1) + record(2)), 2],
    ['a shorter one', record(1) + record(2), (file) => file.rewrite(encoder.encode(record(1))), 1],
    ['one of the same length', record(1), (file) => file.rewrite(encoder.encode(record(2))), 1],
    ['one whose beginning is another', record(1), (file) => file.rewrite(encoder.encode(record(2) + record(3))), 2],
    ['an array that was longer', `[${record(1)}]`, (file) => file.rewrite(encoder.encode(`[${record(1)},${record(2)}]`)), 2],
    ['one that was empty', '', (file) => file.append(record(1)), 1],
    ['one that was no log', 'hello', (file) => file.rewrite(encoder.encode(record(1))), 1],
    ['one that was compressed', '', (file) => file.rewrite(gzipSync(record(1) + record(2))), 2],
  ];
  it.each(changed)('reads %s anew', async (_, before, change, records) => {
    const { file, snapshots, follow } = await open(new ChangingFile(before));
    const { snapshot } = snapshots.at(-1)!;
    change(file);
    const last = await follow();
    expect(last).toMatchObject({ reading: 2, complete: true, problem: null, records });
    expect(last.snapshot).toBeGreaterThan(snapshot);
    expect(file.open).toBe(1);
  });

  it.each(['utf-16le', 'utf-16be'] as const)(
    'answers as one reading does of %s, wherever the steps end',
    async (encoding) => {
      const lines = fc.array(damaged, { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(lines, fc.boolean(), cuts, (texts, hasMark, at) =>
          check(encode(`${hasMark ? '\ufeff' : ''}{"operationName":"\u{1f512}"}\n${texts.join('\n')}`, encoding), at),
        ),
        { numRuns: runs(20) },
      );
    },
    60_000,
  );

  const inUtf16: readonly (readonly [name: string, cut: number, reading: number])[] = [
    ['behind a character', 0, 1],
    ['within a pair', -2, 2],
    ['within a unit', -3, 2],
  ];
  it.each(inUtf16)('reads UTF-16 on %s, or anew', async (_, cut, reading) => {
    const first = encode(`\ufeff${record(1)}{"operationName":"\u{1f512}`, 'utf-16le');
    const { file, follow } = await open(new ChangingFile(first.subarray(0, first.length + cut)));
    file.append(first.subarray(first.length + cut));
    file.append(encode(`"}\n${record(3)}`, 'utf-16le'));
    expect(await follow()).toMatchObject({ reading, complete: true, records: 3 });
    file.append(encode(record(4).repeat(3000), 'utf-16le'));
    expect(await follow()).toMatchObject({ reading, records: 3003, bytesRead: file.bytes.length, bytesTotal: file.bytes.length });
  });

  it('reads compressed bytes anew when there are more', async () => {
    const { file, follow } = await open(new ChangingFile(gzipSync(record(1))));
    file.append(gzipSync(record(2)));
    expect(await follow()).toMatchObject({ reading: 2, records: 2 });
  });

  it('reads on in content that is handed over whole', async () => {
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
    const source = (...numbers: readonly number[]) => [new BytesSource('log.ndjson', encoder.encode(numbers.map(record).join('')))];
    const state = () => [snapshots.at(-1)!.reading, snapshots.at(-1)!.records];
    await session.read(source(1));
    await session.follow(source(1, 2));
    expect(state()).toEqual([1, 2]);
    // The newest counts, though one look is taken for both.
    await Promise.all([session.follow(source(1, 2, 3)), session.follow(source(1, 2, 3, 4))]);
    expect(state()).toEqual([1, 4]);
    await session.follow(source(1, 2, 9, 4));
    expect(state()).toEqual([2, 4]);
    const { length } = snapshots;
    await session.follow(source(1, 2, 9, 4));
    expect(snapshots).toHaveLength(length);
    await session.follow(source(9));
    expect(state()).toEqual([3, 1]);
  });

  it('tells nothing where nothing has changed', async () => {
    const { snapshots, follow } = await open(new ChangingFile(record(1)));
    const { length } = snapshots;
    await Promise.all([follow(), follow()]);
    expect(snapshots).toHaveLength(length);
  });

  it('waits for a reading under way, and takes all looks that wait for one', async () => {
    const file = new ChangingFile(Array.from({ length: 20_000 }, (_, line) => record(line)).join(''));
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
    const reading = session.read([file.source()]);
    await expect.poll(() => snapshots.length, { interval: 1 }).toBeGreaterThan(0);
    file.append(record(20_000));
    const first = session.follow([file.source()]);
    expect(session.follow([file.source()])).toBe(first);
    await Promise.all([reading, first]);
    expect(snapshots.at(-1)).toMatchObject({ complete: true, reading: 1, records: 20_001 });
    expect(snapshots.map(({ snapshot }) => snapshot)).toEqual(
      [...new Set(snapshots.map(({ snapshot }) => snapshot))].sort((a, b) => a - b),
    );
  });

  it('ends a reading of what is not there any more', async () => {
    const file = new ChangingFile(Array.from({ length: 20_000 }, (_, line) => record(line)).join(''));
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
    const reading = session.read([file.source()]);
    await expect.poll(() => snapshots.length, { interval: 1 }).toBeGreaterThan(0);
    file.replace(record(1));
    await Promise.all([reading, session.follow([file.source()])]);
    expect(snapshots.filter(({ complete }) => complete)).toEqual([expect.objectContaining({ reading: 2, records: 1 })]);
    expect(file.open).toBe(1);
  });

  it('ends what was asked before with the answer of then, or tells to ask again', async () => {
    const { file, session, follow } = await open(new ChangingFile(record(1).repeat(3000) + record(2).trimEnd()));
    const params = { query: 'text:SetCurrentPolicy', order: 'file', from: { at: 3000 }, count: 1 } as const;
    const asked = session.request('page', params, never);
    file.append(',\n' + record(3));
    const [outcome] = await Promise.all([asked, follow()]);
    expect(['restarted', 'ok']).toContain(outcome.status);
    expect(await session.request('page', params, never)).toMatchObject({ status: 'ok', answer: { matching: 3002 } });
  });
});

function record(number: number): string {
  return `${JSON.stringify({ operationName: 'SetCurrentPolicy', resultType: 'Erfolg ü', env_epoch: 'E', env_seqNum: number })}\n`;
}
