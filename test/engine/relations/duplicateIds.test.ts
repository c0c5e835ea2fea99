import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { findDuplicateIds } from '../../../src/engine/relations/duplicateIds.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { runs } from '../../runs.ts';
import { openLog } from '../openLog.ts';
import { BytesBlockWorkers } from '../parallel/bytesBlockWorkers.ts';
import { readIndex } from '../readIndex.ts';
import { namedFacts, namedText, slowRepeats, type NamedFacts } from './namedRecords.ts';

const encoder = new TextEncoder();
const never = new AbortController().signal;
const logs = fc.array(fc.array(namedFacts, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 });

function textOf(records: readonly NamedFacts[]): string {
  return records.map((one) => `${namedText(one)}\n`).join('');
}

/** What relations say of ids, by rows. */
function relationsOf({ sources }: LogIndex): readonly string[] {
  return sources
    .flatMap(({ findings, firstRow }) =>
      Array.from({ length: findings.length }, (_, number) => findings.relationAt(number)).flatMap((relation) =>
        relation?.code.startsWith('id.') === true ? [`${firstRow + relation.record} ${relation.code} ${relation.other}`] : [],
      ),
    )
    .toSorted();
}

function slowRelations(records: readonly NamedFacts[]): readonly string[] {
  return slowRepeats(records)
    .map(([row, code, , first]) => `${row} ${code} ${first}`)
    .toSorted();
}

describe('records with the same id', () => {
  it('are those that a comparison of each with each finds, in one file or several', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (sources) => {
        const log = await openLog(...sources.map(textOf));
        const { groups } = await log.request('findings', { query: 'finding:id.*', limit: 1000, items: 1000 });
        const found = groups.flatMap(({ items }) => items).filter(({ code }) => code.startsWith('id.'));
        const placeOf = (row: number): readonly [source: number, index: number] => {
          const source = sources.findIndex((_, number) => row < sources.slice(0, number + 1).flat().length);
          return [source, row - sources.slice(0, source).flat().length];
        };
        const expected = slowRepeats(sources.flat()).map(([row, code, id, first]) => {
          const [source, index] = placeOf(row);
          const [otherSource, other] = placeOf(first);
          return [source, index, code, id, String(other), ...(otherSource === source ? [] : [String(otherSource + 1)])].join(' ');
        });
        expect(
          found.map(({ record, code, message }) => [record!.source, record!.index, code, ...message.args.map(String)].join(' ')).toSorted(),
        ).toEqual(expected.toSorted());
      }),
      { numRuns: runs(100) },
    );
  });

  it('are decided by the ids themselves where their hashes are equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(namedFacts, { minLength: 1, maxLength: 15 }), async (records) => {
        const index = await readIndex(textOf(records));
        const expected = slowRelations(records);
        expect(relationsOf(index)).toEqual(expected);
        index.sources[0]!.findings.takeRelations();
        const { data } = index.table.recordId;
        data.forEach((hash, row) => (data[row] = hash === 0 ? 0 : 7));
        await findDuplicateIds(index.pinned(index.table.length), new CooperativeTask(never));
        expect(relationsOf(index)).toEqual(expected);
      }),
      { numRuns: runs(100) },
    );
  });

  it('are found among those that are added, and in their order, as in the whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(namedFacts, { minLength: 1, maxLength: 15 }), fc.nat({ max: 15 }), async (records, cut) => {
        const index = await readIndex(textOf(records));
        const [source] = index.sources;
        source!.findings.takeRelations();
        const from = Math.min(cut, records.length - 1);
        await findDuplicateIds(index.pinned(from), new CooperativeTask(never));
        await findDuplicateIds(index.pinned(records.length), new CooperativeTask(never), from);
        const expected = slowRelations(records);
        expect(relationsOf(index)).toEqual(expected);
      }),
      { numRuns: runs(100) },
    );
  });

  it('are the same when threads read the log', async () => {
    const beginning = namedText({
      kind: 'cloudTrail',
      id: 9,
      stage: 'RequestReceived',
      note: 'x'.repeat(300_000),
      isReversed: false,
      isEscaped: false,
      isEnveloped: false,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(namedFacts, { minLength: 2, maxLength: 20 }), fc.integer({ min: 20, max: 2000 }), async (records, size) => {
        const bytes = encoder.encode(`${beginning}\n${beginning}\n${textOf(records)}`);
        const findings: unknown[] = [];
        const workers = new BytesBlockWorkers(bytes, 2, size, false);
        for (const one of [undefined, workers]) {
          const session = new LogSession(() => undefined, nodeCompression, one);
          await session.read([new BytesSource('log.ndjson', bytes)]);
          const outcome = await session.request('findings', { query: '', limit: 1000, items: 1000 }, never);
          findings.push(outcome.status === 'ok' ? { ...outcome.answer, snapshot: 0 } : outcome);
          await session.close();
        }
        expect(workers.read).toBeGreaterThan(0);
        expect(findings[1]).toEqual(findings[0]);
      }),
      { numRuns: runs(20) },
    );
  });
});
