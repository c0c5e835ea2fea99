import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordReader } from '../../../src/core/reading/recordReader.ts';
import { findAcrossRecords, findAfter } from '../../../src/engine/relations/acrossRecords.ts';
import { IncrementalRelations } from '../../../src/engine/relations/incrementalRelations.ts';
import { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { RecordIndexer } from '../../../src/engine/ingest/general/recordIndexer.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import { DecodedSource } from '../../../src/engine/sources/decodedSource.ts';
import { ownFormats } from '../../conformance/ownFormat.ts';
import { runs } from '../../runs.ts';
import { Intake } from '../ingest/intake.ts';

const never = new AbortController().signal;

interface Facts {
  readonly writer: number;
  /** How far its number lies from the one before of its writer. */
  readonly step: number;
  /** Milliseconds from the record before; null without a time. */
  readonly later: number | null;
  readonly operation: string;
}

/** Logs that go on, and now and then do not. */
function facts(odd: number): fc.Arbitrary<Facts> {
  return fc.record({
    writer: fc.nat(3),
    step: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(1, 1, 2, 9_007_199_254_740_000) },
      { weight: odd, arbitrary: fc.integer({ min: -3, max: 0 }) },
    ),
    later: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(0, 300, 5000, null) },
      { weight: odd, arbitrary: fc.constantFrom(-1, -600, -9000) },
    ),
    operation: fc.constantFrom('SetCurrentPolicy', 'CreateInstance', 'Heartbeat'),
  });
}

function linesOf(log: readonly Facts[]): readonly string[] {
  const numbers = [10n, 20n, 30n, 10n];
  let time = Date.UTC(2020, 10, 23);
  return log.map(({ writer, step, later, operation }) => {
    time += later ?? 0;
    numbers[writer]! += BigInt(step);
    const moment = later === null ? null : `"${new Date(time).toISOString()}"`;
    if (writer === 3) {
      // Of another format, with the epoch of the first writer.
      return `{"badge":{},"act":"${operation}","at":${moment},"reader":{"serial":"E0"},"count":${numbers[writer]}}\n`;
    }
    const own = moment === null ? '' : `"env_time":${moment},`;
    const instance = writer === 0 ? '' : `"env_cloud_roleInstance":"I${writer}",`;
    return `{"operationName":"${operation}",${own}"env_epoch":"E${writer % 2}",${instance}"env_seqNum":${numbers[writer]}}\n`;
  });
}

/** An index that reads a log step by step. */
class Growing {
  readonly index = new LogIndex(1, ownFormats);
  readonly relations = new IncrementalRelations(this.index);
  private readonly reader: RecordReader;
  private readonly indexer: RecordIndexer;
  private readonly intake: Intake;

  constructor(lines: readonly string[]) {
    const { index } = this;
    this.intake = new Intake(index.table);
    const { findings } = this.intake;
    this.indexer = new RecordIndexer(index.table, findings.words, 1, ownFormats);
    const source = new DecodedSource(new BytesSource('log', new TextEncoder().encode(lines.join(''))), nodeCompression);
    this.reader = new RecordReader(this.indexer, this.indexer);
    index.sources.push({ source, firstRow: 0, findings, shape: this.reader.shape, bytes: null, records: 0, failed: false });
  }

  /** What has been added, in the index as it is now. */
  push(lines: readonly string[]): LogIndex {
    const [source] = this.index.sources;
    // Findings of single records come before all relations.
    const kept = source!.findings.takeRelations();
    this.reader.push(new TextEncoder().encode(lines.join('')));
    this.intake.take(this.indexer);
    source!.findings.putRelations(kept);
    source!.records = this.index.table.length;
    return this.index.pinned(this.index.table.length);
  }

  reported(): readonly string[] {
    const { findings } = this.index.sources[0]!;
    return Array.from({ length: findings.length }, (_, number) => findings.relationAt(number))
      .flatMap((relation) => (relation === undefined ? [] : [JSON.stringify(relation)]))
      .sort();
  }
}

async function whole(lines: readonly string[]): Promise<readonly string[]> {
  const one = new Growing(lines);
  await findAcrossRecords(one.push(lines), new CooperativeTask(never));
  return one.reported();
}

describe('relations of records that are added', () => {
  it.each([
    ['that goes on', 0],
    ['that goes on for the most part', 1],
    ['in any order', 8],
  ] as const)('are those of the whole log, one %s', async (_, odd) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(facts(odd), { maxLength: 14 }), { minLength: 2, maxLength: 4 }), async (steps) => {
        const lines = steps.map(linesOf);
        const all = linesOf(steps.flat());
        const growing = new Growing(all);
        let read = 0;
        for (const [step, { length }] of lines.entries()) {
          const index = growing.push(all.slice(read, read + length));
          await (step === 0
            ? findAcrossRecords(index, new CooperativeTask(never))
            : findAfter(index, read, growing.relations, new CooperativeTask(never)));
          read += length;
          expect(growing.reported()).toEqual(await whole(all.slice(0, read)));
        }
      }),
      { numRuns: runs(75) },
    );
  });

  const log = (from: number, count: number) =>
    linesOf(Array.from({ length: from + count }, () => ({ writer: 0, step: 2, later: 300, operation: 'x' }))).slice(from);

  it('are found without a look at all others where the log goes on, and only there', async () => {
    const growing = new Growing([...log(0, 300), log(3, 1)[0]!]);
    await findAcrossRecords(growing.push(log(0, 100)), new CooperativeTask(never));
    const work = new CooperativeTask(never);
    expect(await growing.relations.add(growing.push(log(100, 100)), 100, work)).toBe(true);
    expect(await growing.relations.add(growing.push(log(200, 100)), 200, work)).toBe(true);
    const { length } = growing.reported();
    expect(await growing.relations.add(growing.push(log(3, 1)), 300, work)).toBe(false);
    expect(growing.reported()).toHaveLength(length);
  });

  it('are found by ids, too, however far away the first is', async () => {
    const events = ['a', 'b', 'c', 'b', 'd', 'a'].map((id) => `{"eventVersion":"1","eventSource":"s","eventName":"n","eventID":"${id}"}\n`);
    const growing = new Growing(events);
    const work = new CooperativeTask(never);
    await findAcrossRecords(growing.push(events.slice(0, 3)), work);
    expect(await growing.relations.add(growing.push(events.slice(3, 4)), 3, work)).toBe(true);
    expect(await growing.relations.add(growing.push(events.slice(4)), 4, work)).toBe(true);
    expect(growing.reported()).toEqual(await whole(events));
    expect(growing.reported()).toHaveLength(2);
  });

  it('are found anew behind rows that have been taken back', async () => {
    const growing = new Growing(log(0, 300));
    const work = new CooperativeTask(never);
    await findAcrossRecords(growing.push(log(0, 100)), work);
    expect(await growing.relations.add(growing.push(log(100, 200)), 100, work)).toBe(true);
    expect(await growing.relations.add(growing.index.pinned(300), 200, work)).toBe(false);
  });
});
