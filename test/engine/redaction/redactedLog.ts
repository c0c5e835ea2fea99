import type { Redacted, RedactionPart } from '../../../src/protocol/answers/redaction.ts';
import { say } from '../../../src/protocol/say.ts';
import { openLog, type OpenedLog } from '../openLog.ts';

export interface RedactedLog {
  readonly text: string;
  readonly answer: Redacted;
  readonly before: OpenedLog;
  /** The copy as a log. */
  readonly after: OpenedLog;
}

/** The redacted copy of a log. */
export async function redactedLog(log: string | Uint8Array): Promise<RedactedLog> {
  const before = await openLog(log);
  const pieces: Uint8Array[] = [];
  const outcome = await before.session.request('redact', { source: 0 }, new AbortController().signal, (part) => {
    pieces.push((part as RedactionPart).bytes.slice());
    return Promise.resolve();
  });
  if (outcome.status !== 'ok') {
    throw new Error(outcome.status === 'error' ? say(outcome.message) : outcome.status);
  }
  const text = Buffer.concat(pieces).toString();
  return { text, answer: outcome.answer, before, after: await openLog(text) };
}
