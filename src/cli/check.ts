import type { LogSession } from '../engine/logSession.ts';
import { BadRequest } from '../engine/query/results.ts';
import type { FindingItem } from '../protocol/answers.ts';
import type { TextRange } from '../protocol/reference.ts';
import { say } from '../protocol/say.ts';
import { UsageError, type Arguments } from './arguments.ts';
import type { Output } from './output.ts';
import { visible } from './visible.ts';

/** `audit-log check`: every finding with its place. Returns 1 if one of them is an error. */
export async function check(session: LogSession, options: Arguments, output: Output): Promise<number> {
  let hasErrors = false;
  let count = 0;
  const json = options.format === 'json';
  if (json) {
    await output.writeText('[');
  }
  const never = new AbortController().signal;
  for (const [source, name] of options.files.entries()) {
    const write = (finding: FindingItem, range: TextRange): Promise<void> => {
      hasErrors ||= finding.severity === 'error';
      const text = json ? `${count === 0 ? '' : ','}\n${JSON.stringify(report(finding, range, name))}` : `${line(finding, range, name)}\n`;
      count++;
      return output.writeText(text);
    };
    try {
      await session.visitFindings(source, options.where, never, write);
    } catch (error) {
      throw error instanceof BadRequest ? new UsageError(say(error.sentence)) : error;
    }
  }
  await output.writeText(json ? '\n]\n' : `${count} finding${count === 1 ? '' : 's'}\n`);
  return hasErrors ? 1 : 0;
}

function report(finding: FindingItem, range: TextRange, source: string): Readonly<Record<string, unknown>> {
  const { code, severity, message, record, pointer, byteOffset, byteLength } = finding;
  return {
    code,
    severity,
    message: say(message),
    source,
    record: record?.index ?? null,
    pointer,
    line: range.startLine + 1,
    column: range.startColumn + 1,
    endLine: range.endLine + 1,
    endColumn: range.endColumn + 1,
    byteOffset,
    byteLength,
  };
}

function line({ code, severity, message }: FindingItem, range: TextRange, source: string): string {
  return `${visible(source)}:${range.startLine + 1}:${range.startColumn + 1}: ${severity} ${code}: ${visible(say(message))}`;
}
