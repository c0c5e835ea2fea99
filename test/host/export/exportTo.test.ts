import { describe, expect, it } from 'vitest';
import { RequestReceiver, RequestSender } from '../../../src/protocol/channel.ts';
import type { Requests } from '../../../src/protocol/requests.ts';
import { WriteProblem, type FileWriter } from '../../../src/host/base/fileWriter.ts';
import { exportTo, type ExportSource } from '../../../src/host/export/exportTo.ts';
import { openLog } from '../../engine/openLog.ts';

const line = (index: number): string =>
  `{"env_time":"2020-11-23T18:23:29Z","operationName":"SetCurrentPolicy","resultType":"${index % 2 === 0 ? 'Success' : 'Failure'}","env_seqNum":${index},"padding":"${'x'.repeat(2000)}"}\n`;
const lines = Array.from({ length: 600 }, (_, index) => line(index));
const all = { query: '', format: 'ndjson', fields: '', first: 0 } as const;

/** The engine behind a channel, as in the product. */
async function engine(): Promise<ExportSource> {
  const { session } = await openLog(lines.join(''));
  const receiver = new RequestReceiver(
    (name, params, signal, emit) => session.request(name, params, signal, emit),
    (message) => sender.receive(message),
  );
  const sender: RequestSender = new RequestSender((message) => receiver.receive(message));
  return sender;
}

/** A file in memory, and what became of it. */
function fileIn(onWrite: (size: number) => void = () => undefined) {
  const pieces: Uint8Array[] = [];
  const events: string[] = [];
  const writer: FileWriter = {
    open: () => Promise.resolve(void events.push('open')),
    write: (bytes) => {
      pieces.push(bytes.slice());
      onWrite(pieces.length);
      return Promise.resolve();
    },
    finish: () => Promise.resolve(void events.push('finish')),
    discard: () => Promise.resolve(void events.push('discard')),
  };
  return { writer, pieces, events, text: () => Buffer.concat(pieces).toString() };
}

async function run(params: Requests['export']['params'], file: ReturnType<typeof fileIn>, signal = new AbortController().signal) {
  const progress: [number, number][] = [];
  const end = await exportTo(file.writer, await engine(), params, signal, (...now) => progress.push(now));
  return { end, progress };
}

describe('an export to a file', () => {
  it('writes what the filter finds, piece by piece, and says how far it is', async () => {
    const file = fileIn();
    const { end, progress } = await run({ ...all, query: 'result:Failure' }, file);
    const expected = lines.filter((_, index) => index % 2 === 1).join('');
    expect(file.text()).toBe(expected);
    expect(end).toEqual({ kind: 'written', records: 300, bytes: expected.length });
    expect(file.events).toEqual(['open', 'finish']);
    expect(file.pieces.length).toBeGreaterThan(1);
    expect(progress.at(-1)).toEqual([300, 300]);
    expect(progress[0]![0]).toBeLessThan(300);
  });

  it('is discarded when it is cancelled on its way', async () => {
    const control = new AbortController();
    const file = fileIn(() => control.abort());
    expect((await run(all, file, control.signal)).end).toEqual({ kind: 'cancelled' });
    expect([file.events, file.pieces.length]).toEqual([['open', 'discard'], 1]);
  });

  it('is discarded, with the reason, when the file cannot be written', async () => {
    const file = fileIn((count) => {
      if (count === 2) {
        throw new Error('no space left');
      }
    });
    expect((await run(all, file)).end).toEqual({ kind: 'failed', problem: 'no space left' });
    expect([file.events, file.pieces.length]).toEqual([['open', 'discard'], 2]);
  });

  it('is discarded, with the sentence, where the file is refused or the filter is wrong', async () => {
    const refused = fileIn();
    const problem = { code: 'host.exportToLog', args: [] } as const;
    const writer: FileWriter = { ...refused.writer, open: () => Promise.reject(new WriteProblem(problem)) };
    expect((await run(all, { ...refused, writer })).end).toEqual({ kind: 'failed', problem });
    expect(refused.events).toEqual(['discard']);
    const wrong = fileIn();
    expect((await run({ ...all, query: 'result:(' }, wrong)).end).toMatchObject({ kind: 'failed' });
    expect(wrong.events).toEqual(['open', 'discard']);
  });
});
