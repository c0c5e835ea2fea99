import type { ReportOptions } from '../../src/report/reportOptions.ts';
import { writeReport } from '../../src/report/writeReport.ts';
import { openLog } from '../engine/openLog.ts';

export interface MadeReport {
  readonly html: string;
  /** The pieces in which it was written. */
  readonly pieces: readonly string[];
  readonly records: number;
  readonly progress: readonly number[];
}

/** A report on logs in memory, by the real engine. */
export async function madeReport(logs: readonly (string | Uint8Array)[], options: Partial<ReportOptions> = {}): Promise<MadeReport> {
  const { session } = await openLog(...logs);
  const pieces: string[] = [];
  const progress: number[] = [];
  const whole = { question: '', query: '', records: 100, zone: 'utc', locale: 'en', madeAt: 'now', ...options };
  const write = (text: string): Promise<void> => Promise.resolve(void pieces.push(text));
  const records = await writeReport(session, whole, new AbortController().signal, write, (share) => void progress.push(share));
  return { html: pieces.join(''), pieces, records, progress };
}
