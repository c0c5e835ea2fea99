import { timeText } from '../core/record/timeText.ts';
import { ticksFromUnixMilliseconds } from '../core/record/ticks.ts';
import type { LogSession } from '../engine/session/logSession.ts';
import { say } from '../protocol/say.ts';
import { zoneName } from '../protocol/zoneName.ts';
import { ReportProblem } from '../report/reportAnswers.ts';
import { writeReport } from '../report/writeReport.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usageError.ts';
import type { Output } from './output.ts';

/** Records that are listed where nothing else is said. */
const usualLimit = 100;

/** `audit-log report`: an HTML page on the matching records. */
export async function report(session: LogSession, options: Arguments, output: Output): Promise<number> {
  const { question, where, limit = usualLimit, timeZone } = options;
  const madeAt = `${timeText(ticksFromUnixMilliseconds(Date.now()), timeZone).slice(0, 19)} (${zoneName(timeZone)})`;
  const wished = { question, query: where, records: limit, zone: timeZone, locale: 'en', madeAt };
  const never = new AbortController().signal;
  try {
    await writeReport(
      session,
      wished,
      never,
      (text) => output.writeText(text),
      () => undefined,
    );
  } catch (error) {
    throw error instanceof ReportProblem && typeof error.reason === 'object' ? new UsageError(say(error.reason)) : error;
  }
  return 0;
}
