import { ReportProblem } from '../../report/reportAnswers.ts';
import type { ReportOptions, ReportSource } from '../../report/reportOptions.ts';
import { writeReport } from '../../report/writeReport.ts';
import type { FileWriter } from '../base/fileWriter.ts';
import { type ExportEnd, writtenFile } from './writtenFile.ts';

/** Writes a report to a file as it is made. Never rejects. @param onProgress Told how much of the work is done, from 0 to 1. */
export function reportTo(
  writer: FileWriter,
  source: ReportSource,
  options: ReportOptions,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<ExportEnd> {
  return writtenFile(writer, signal, async (write): Promise<ExportEnd> => {
    const encoder = new TextEncoder();
    let bytes = 0;
    const writeText = async (text: string): Promise<void> => {
      const piece = encoder.encode(text);
      bytes += piece.length;
      await write(piece);
    };
    try {
      return { kind: 'written', records: await writeReport(source, options, signal, writeText, onProgress), bytes };
    } catch (error) {
      if (!(error instanceof ReportProblem)) {
        throw error;
      }
      const { reason } = error;
      return typeof reason === 'string' ? { kind: reason } : { kind: 'failed', problem: reason };
    }
  });
}
