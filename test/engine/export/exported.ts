import type { Exported, ExportPart } from '../../../src/protocol/answers/exported.ts';
import type { Requests } from '../../../src/protocol/requests.ts';
import { openLog, type OpenedLog } from '../openLog.ts';

type Params = Partial<Requests['export']['params']>;

/** An exported file, and what the engine says of it. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly answer: Exported;
}

/** Exports a log, and gives the file. */
export async function exported(log: string, params: Params, take: (part: ExportPart) => void = () => undefined): Promise<ExportedFile> {
  const opened = await openLog(log);
  try {
    return await exportedFrom(opened, params, take);
  } finally {
    await opened.session.close();
  }
}

/** The same of a log that is open. */
export async function exportedFrom(
  { session }: OpenedLog,
  params: Params,
  take: (part: ExportPart) => void = () => undefined,
): Promise<ExportedFile> {
  const pieces: Uint8Array[] = [];
  const whole = { query: '', format: 'ndjson', fields: '', first: 0, ...params } as const;
  const outcome = await session.request('export', whole, new AbortController().signal, (part) => {
    take(part as ExportPart);
    pieces.push((part as ExportPart).bytes);
    return Promise.resolve();
  });
  if (outcome.status !== 'ok') {
    throw new Error(`The export ended as ${outcome.status}.`);
  }
  return { bytes: Buffer.concat(pieces), answer: outcome.answer };
}
