import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { everyAnswer } from '../parallel/everyAnswer.ts';
import { recordText } from '../generate.ts';
import { ChangingFile } from './changingFile.ts';
import { withoutOrder } from './withoutOrder.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;
const encoder = new TextEncoder();

interface Followed {
  readonly session: LogSession;
  readonly snapshots: readonly Snapshot[];
  readonly follow: () => Promise<Snapshot>;
  readonly everything: () => Promise<unknown>;
}

async function open(files: readonly ChangingFile[]): Promise<Followed> {
  const snapshots: Snapshot[] = [];
  const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
  const sources = () => files.map((file) => file.source());
  await session.read(sources());
  return {
    session,
    snapshots,
    follow: async () => {
      await session.follow(sources());
      return snapshots.at(-1)!;
    },
    everything: async () =>
      withoutOrder({
        last: { ...snapshots.at(-1), snapshot: 0, reading: 0 },
        // A profile shows a name as it was spelled first.
        answers: (await everyAnswer(session)).filter((answer) => (answer as { readonly name?: string }).name !== 'profile'),
        placed: await Promise.all(
          files.map(async (_, source) => {
            const outcome = await session.request('placedFindings', { source, limit: 1000 }, never);
            return outcome.status === 'ok' ? { ...outcome.answer, snapshot: 0 } : outcome;
          }),
        ),
        // Records that are decided by their bytes.
        found: await Promise.all(
          ['text:set', 'key.unheardOf:x', 'source:log.ndjson record:0'].map(async (query) => {
            const outcome = await session.request('page', { query, order: 'oldest', from: { at: 0 }, count: 100 }, never);
            return outcome.status === 'ok' ? { ...outcome.answer, snapshot: 0 } : outcome;
          }),
        ),
      }),
  };
}

/** The text of a log, cut into what each of three looks finds. */
const steps = fc
  .tuple(fc.array(recordText, { minLength: 1, maxLength: 6 }), fc.boolean(), fc.nat(), fc.nat())
  .map(([lines, isArray, one, other]) => {
    const bytes = encoder.encode(isArray ? `[${lines.join(',\n')}]` : lines.join('\n'));
    const [first, second] = [one % (bytes.length + 1), other % (bytes.length + 1)].sort((left, right) => left - right);
    return [bytes.slice(0, first), bytes.slice(first, second), bytes.slice(second)] as const;
  });

describe('following several logs at once', () => {
  it('answers as one reading of them all, whichever grow', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 3 }), async (logs) => {
        const files = logs.map(([bytes]) => new ChangingFile(bytes));
        const followed = await open(files);
        for (const step of [1, 2] as const) {
          await followed.everything();
          logs.forEach((parts, number) => parts[step].length > 0 && files[number]!.append(parts[step]));
          await followed.follow();
          expect(await followed.everything()).toEqual(await (await open(files.map(({ bytes }) => new ChangingFile(bytes)))).everything());
        }
        await followed.session.close();
        expect(files.map((file) => file.open)).toEqual(files.map(() => 0));
      }),
      { numRuns: runs(30) },
    );
  });

  const log = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `{"operationName":"x","env_epoch":"E","env_seqNum":${from + index}}\n`).join('');

  const grown: readonly (readonly [name: string, grow: (files: readonly ChangingFile[]) => void, records: number])[] = [
    ['the first', ([first]) => first!.append(log(5, 8)), 12],
    ['the last', (files) => files[2]!.append(log(30, 33)), 12],
    ['the one between', (files) => files[1]!.append(log(15, 18)), 12],
    ['all of them', (files) => files.forEach((file, number) => file.append(log(number * 10 + 5, number * 10 + 6))), 12],
  ];
  it.each(grown)('reads on in %s, and keeps references to the others', async (_, grow, records) => {
    const files = [new ChangingFile(log(0, 3)), new ChangingFile(log(10, 13)), new ChangingFile(gzipSync(log(20, 23)))];
    const isAnew = grow === grown[1]![1] || grow === grown[3]![1];
    const { session, follow } = await open(files);
    grow(files);
    // What is compressed is read again when there is more.
    expect(await follow()).toMatchObject(isAnew ? { reading: 2, problem: null } : { reading: 1, complete: true, records });
    const asked = await session.request('record', { ref: { source: 2, index: 1 } }, never);
    expect(asked).toMatchObject({ status: 'ok' });
    expect(JSON.stringify(asked)).toContain('21');
  });

  it('reads all anew where one has been replaced, or there are more', async () => {
    const files = [new ChangingFile(log(0, 3)), new ChangingFile(log(10, 13))];
    const { follow, session, snapshots } = await open(files);
    files[0]!.replace(log(0, 4));
    expect(await follow()).toMatchObject({ reading: 2, records: 7 });
    await session.follow([...files, new ChangingFile(log(20, 21))].map((file) => file.source()));
    expect(snapshots.at(-1)).toMatchObject({ reading: 3, records: 8 });
  });
});
