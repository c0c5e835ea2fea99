import type { LogSession } from '../engine/logSession.ts';
import type { PlacedFinding } from '../protocol/answers.ts';
import { say } from '../protocol/say.ts';
import type { Arguments } from './arguments.ts';
import { ask } from './ask.ts';
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
  for (const [source, name] of options.files.entries()) {
    const { findings } = await ask(session, 'placedFindings', { source, limit: Number.MAX_SAFE_INTEGER, query: options.where });
    for (const finding of findings.toSorted((left, right) => left.byteOffset - right.byteOffset)) {
      hasErrors ||= finding.severity === 'error';
      const text = json ? `${count === 0 ? '' : ','}\n${JSON.stringify(report(finding, name))}` : `${line(finding, name)}\n`;
      count++;
      await output.writeText(text);
    }
  }
  await output.writeText(json ? '\n]\n' : `${count} finding${count === 1 ? '' : 's'}\n`);
  return hasErrors ? 1 : 0;
}

function report(finding: PlacedFinding, source: string): Readonly<Record<string, unknown>> {
  const { code, severity, message, record, pointer, range, byteOffset, byteLength } = finding;
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

function line({ code, severity, message, range }: PlacedFinding, source: string): string {
  return `${visible(source)}:${range.startLine + 1}:${range.startColumn + 1}: ${severity} ${code}: ${visible(say(message))}`;
}
