import type { LogSession } from '../engine/session/logSession.ts';
import type { RedactionPart, RedactionPreview } from '../protocol/answers/redaction.ts';
import { ask } from './ask.ts';
import type { Arguments } from './arguments.ts';
import type { Output } from './output.ts';
import { UsageError } from './usageError.ts';
import { visible } from './visible.ts';

/** Examples of each kind in a preview. */
const examples = 5;

/** `audit-log redact`: a copy in which nobody is named, or with `--preview` what it replaces. */
export async function redact(session: LogSession, { preview }: Arguments, output: Output): Promise<number> {
  if (preview) {
    await output.writeText(previewText(await ask(session, 'redaction', { source: 0, examples })));
    return 0;
  }
  await ask(session, 'redact', { source: 0 }, (part) => output.write((part as RedactionPart).bytes));
  return 0;
}

/** One file at a time, and a place for the copy: what is to be checked as a whole is not written to a pipe. Throws {@link UsageError}. */
export function checkRedaction({ files, preview, out }: Arguments): void {
  if (files.length !== 1) {
    throw new UsageError('“redact” makes a copy of one file.');
  }
  if (!preview && out === undefined) {
    throw new UsageError('“redact” takes “--out FILE” for the copy, or “--preview”.');
  }
}

function previewText({ kinds }: RedactionPreview): string {
  const lines = kinds.flatMap(({ kind, values, examples: some }) => [
    `${kind}  ${values.toLocaleString('en-US')}`,
    ...some.map(({ original, pseudonym }) => `  ${visible(original)} -> ${pseudonym}`),
  ]);
  return lines.length === 0 ? 'Nothing would be replaced.\n' : `${lines.join('\n')}\n`;
}
