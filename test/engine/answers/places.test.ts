import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';

const never = new AbortController().signal;

/** Counts what is read of it. */
class CountingSource extends BytesSource {
  bytesRead = 0;

  override async read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = await super.read(offset, length);
    this.bytesRead += bytes.length;
    return bytes;
  }
}

async function open(text: string): Promise<{ readonly session: LogSession; readonly source: CountingSource }> {
  const source = new CountingSource('log.json', new TextEncoder().encode(text));
  const session = new LogSession(() => undefined, nodeCompression);
  await session.read([source]);
  source.bytesRead = 0;
  return { session, source };
}

describe('a log on one line', () => {
  const record = '{"operationName":"Odd","resultType":"Success","auditEventCategory":[],"callerIdentities":[],"targetResources":[]}';
  const count = 20_000;
  const log = `[${Array.from({ length: count }, () => record).join(',')}]`;

  it('is not counted through again for each place', async () => {
    const { session, source } = await open(log);
    const outcome = await session.request('placedFindings', { source: 0, limit: 1000 }, never);
    expect(outcome.status === 'ok' && outcome.answer.findings.length).toBe(1000);
    expect(source.bytesRead).toBeLessThan(log.length * 30);
  });

  it('answers a hover by reading it once at the most', async () => {
    const { session, source } = await open(log);
    const column = log.length - record.length + 3;
    const outcome = await session.request('hover', { source: 0, line: 0, column }, never);
    expect(outcome).toMatchObject({ status: 'ok', answer: { record: { index: count - 1 }, field: { name: 'operationName' } } });
    expect(source.bytesRead).toBeLessThan(log.length * 3);
  });

  it('finds the record at a place by reading it once at the most', async () => {
    const { session, source } = await open(log);
    const column = log.length - record.length + 3;
    const outcome = await session.request('recordAt', { source: 0, line: 0, column }, never);
    expect(outcome).toMatchObject({ status: 'ok', answer: { record: { index: count - 1 } } });
    expect(source.bytesRead).toBeLessThan(log.length * 3);
  });
});

describe('one of many lines', () => {
  it('is told its record, and the record its text, without reading the others', async () => {
    const line = `{"operationName":"Odd","resultType":"Success","resultDescription":"${'x'.repeat(2000)}"}`;
    const count = 5000;
    const { session, source } = await open(`${line}\n`.repeat(count));
    const outcome = await session.request('recordAt', { source: 0, line: count - 7, column: 9 }, never);
    expect(outcome).toMatchObject({ status: 'ok', answer: { record: { index: count - 7 } } });
    const ref = { source: 0, index: count - 7 };
    expect(await session.request('locate', { record: ref }, never)).toMatchObject({
      status: 'ok',
      answer: { range: { startLine: count - 7 } },
    });
    expect(await session.request('record', { ref }, never)).toMatchObject({ status: 'ok', answer: { text: line } });
    // Of ten megabytes; places are read in blocks of 64 KiB.
    expect(source.bytesRead).toBeLessThan(1024 * 1024);
  });
});

describe('one record with many findings', () => {
  it('is not counted through again for each of them', async () => {
    const identities = Array.from({ length: 5000 }, () => '{"callerIdentityType":"ObjectID","callerIdentity":"x"}').join(',');
    const log = `{"operationName":"SetCurrentPolicy","resultType":"Success","auditEventCategory":[],"callerIdentities":[${identities}],"targetResources":[]}`;
    const { session, source } = await open(log);
    const outcome = await session.request('placedFindings', { source: 0, limit: 10_000 }, never);
    expect(outcome.status === 'ok' && outcome.answer.findings.length).toBe(5001);
    expect(source.bytesRead).toBeLessThan(log.length * 20);
  });
});

describe('an answer', () => {
  it('is made from the snapshot that it names, also when a new one comes meanwhile', async () => {
    const line = '{"operationName":"SetCurrentPolicy","resultType":"Success","auditEventCategory":[]}\n';
    const waiting: (() => void)[] = [];
    /** Reads of records wait until the log has been read to its end. */
    class LateSource extends BytesSource {
      isRead = false;

      override async read(offset: number, length: number): Promise<Uint8Array> {
        const isSearch = offset > 0 && length !== 2 * 1024 * 1024 && length !== 256 * 1024;
        if ((isSearch || (offset === 0 && this.isRead)) && waiting.length < 1000 && !this.isFree) {
          await new Promise<void>((resolve) => waiting.push(resolve));
        }
        this.isRead ||= offset === 0 && length === 64 * 1024;
        return super.read(offset, length);
      }

      isFree = false;
    }
    const source = new LateSource('log', new TextEncoder().encode(line.repeat(5000)));
    let asked: Promise<unknown> | undefined;
    let firstRecords = 0;
    const session = new LogSession((snapshot) => {
      if (asked === undefined) {
        firstRecords = snapshot.records;
        asked = session.request('page', { query: 'text:policy', order: 'file', from: { at: 0 }, count: 0 }, never);
      }
      if (snapshot.complete) {
        source.isFree = true;
        waiting.splice(0).forEach((resolve) => resolve());
      }
    }, nodeCompression);
    await session.read([source]);
    expect(await asked).toMatchObject({ status: 'ok', answer: { snapshot: 1, matching: firstRecords, total: firstRecords } });
    expect(firstRecords).toBeLessThan(5000);
  });
});
