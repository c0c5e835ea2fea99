import * as vscode from 'vscode';
import type { PlacedFindings } from '../../protocol/answers/findings.ts';
import type { TextRange } from '../../protocol/reference.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../base/countText.ts';
import { layOutExcerpts, outsideParts } from './layOutExcerpts.ts';

export interface OutsideText {
  readonly text: string;
  /** Where the findings are, by their number. */
  readonly ranges: ReadonlyMap<number, TextRange>;
  /** Where the further places of a finding are, in their order, by its number. */
  readonly furtherRanges: ReadonlyMap<number, readonly TextRange[]>;
}

/**
 * The findings of a log that belong to no record, such as broken JSON or the end of damaged data: where each is, what it
 * says, and the text around it, and the same of what else is wrong there. Problems leads into it, so that both are made from
 * the same answer.
 *
 * @param isPacked Whether places are those of the decompressed text.
 */
export function outsideText(log: vscode.Uri, answer: PlacedFindings, isPacked: boolean): OutsideText {
  const name = log.path.slice(log.path.lastIndexOf('/') + 1);
  const parts = outsideParts(answer.findings);
  const heading =
    parts.length === 0
      ? vscode.l10n.t('{0}: every finding belongs to a record', name)
      : vscode.l10n.t('{0}: what belongs to no record', name);
  const titled = parts.map(({ message, line, byteOffset, excerpt }) => {
    const [lineNumber, byte] = [numberText(line), numberText(byteOffset)];
    const place = isPacked
      ? vscode.l10n.t('Line {0}, byte {1} of the decompressed text', lineNumber, byte)
      : vscode.l10n.t('Line {0}, byte {1}', lineNumber, byte);
    return { title: `${place}\n${say(message)}`, excerpt };
  });
  const { text, ranges } = layOutExcerpts(heading, titled);
  const found = new Map<number, TextRange>();
  const further = new Map<number, TextRange[]>();
  parts.forEach(({ finding, isFurther }, index) => {
    const range = ranges[index]!;
    if (isFurther) {
      further.set(finding, [...(further.get(finding) ?? []), range]);
    } else {
      found.set(finding, range);
    }
  });
  return { text, ranges: found, furtherRanges: further };
}
