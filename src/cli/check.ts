import type { LogSession } from '../engine/session/logSession.ts';
import { BadRequest } from '../engine/query/badRequest.ts';
import type { FindingItem, RelatedPlace } from '../protocol/answers/findings.ts';
import type { TextRange } from '../protocol/reference.ts';
import { say } from '../protocol/say.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usageError.ts';
import type { Output } from './output.ts';
import { sarifEnd, sarifResult, sarifStart } from './sarif.ts';
import { visible } from './visible.ts';

/** `audit-log check`: every finding with its place. Returns 1 if one of them is an error. */
export async function check(session: LogSession, options: Arguments, output: Output): Promise<number> {
  let hasErrors = false;
  let count = 0;
  const { format } = options;
  await output.writeText(format === 'json' ? '[' : format === 'sarif' ? sarifStart : '');
  const never = new AbortController().signal;
  for (const [source, name] of options.files.entries()) {
    const write = (finding: FindingItem, range: TextRange, related: readonly RelatedPlace[]): Promise<void> => {
      hasErrors ||= finding.severity === 'error';
      const text = inFormat(format, count, finding, range, related, name);
      count++;
      return output.writeText(text);
    };
    try {
      await session.visitFindings(source, options.where, never, write);
    } catch (error) {
      throw error instanceof BadRequest ? new UsageError(say(error.sentence)) : error;
    }
  }
  await output.writeText(format === 'json' ? '\n]\n' : format === 'sarif' ? sarifEnd : `${count} finding${count === 1 ? '' : 's'}\n`);
  return hasErrors ? 1 : 0;
}

/** @param before How many findings were written before. */
function inFormat(format: string | undefined, before: number, ...[finding, range, related, source]: Parameters<typeof report>): string {
  const comma = `${before === 0 ? '' : ','}\n`;
  switch (format) {
    case 'json':
      return comma + JSON.stringify(report(finding, range, related, source));
    case 'sarif':
      return comma + sarifResult(finding, range, related, source);
    default:
      return lines(finding, range, related, source);
  }
}

function report(
  finding: FindingItem,
  range: TextRange,
  related: readonly RelatedPlace[],
  source: string,
): Readonly<Record<string, unknown>> {
  const { code, severity, message, record, pointer } = finding;
  return {
    code,
    severity,
    message: say(message),
    source,
    record: record?.index ?? null,
    pointer,
    ...place(finding, range),
    ...(related.length === 0
      ? {}
      : { related: related.map((one) => ({ message: say(one.message), pointer: one.pointer, ...place(one, one.range) })) }),
  };
}

function place({ byteOffset, byteLength }: FindingItem | RelatedPlace, range: TextRange): Readonly<Record<string, number>> {
  return {
    line: range.startLine + 1,
    column: range.startColumn + 1,
    endLine: range.endLine + 1,
    endColumn: range.endColumn + 1,
    byteOffset,
    byteLength,
  };
}

/** The finding on a line, and each further place that explains it on an indented one. */
function lines({ code, severity, message }: FindingItem, range: TextRange, related: readonly RelatedPlace[], source: string): string {
  const at = (where: TextRange): string => `${visible(source)}:${where.startLine + 1}:${where.startColumn + 1}`;
  return [
    `${at(range)}: ${severity} ${code}: ${visible(say(message))}\n`,
    ...related.map((one) => `  ${at(one.range)}: ${visible(say(one.message))}\n`),
  ].join('');
}
