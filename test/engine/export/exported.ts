import type { Exported, ExportPart } from '../../../src/protocol/answers/exported.ts';
import type { Requests } from '../../../src/protocol/requests.ts';
import { openLog } from '../openLog.ts';

/** Exports a log, and gives the file. */
export async function exported(
  log: string,
  params: Partial<Requests['export']['params']>,
  take: (part: ExportPart) => void = () => undefined,
): Promise<{ readonly bytes: Uint8Array; readonly answer: Exported }> {
  const { session } = await openLog(log);
  const pieces: Uint8Array[] = [];
  const whole = { query: '', format: 'ndjson', fields: '', first: 0, ...params } as const;
  const outcome = await session.request('export', whole, new AbortController().signal, (part) => {
    take(part as ExportPart);
    pieces.push((part as ExportPart).bytes);
    return Promise.resolve();
  });
  await session.close();
  if (outcome.status !== 'ok') {
    throw new Error(`The export ended as ${outcome.status}.`);
  }
  return { bytes: Buffer.concat(pieces), answer: outcome.answer };
}
