import * as vscode from 'vscode';
import type { PlacedFindings } from '../../protocol/answers/findings.ts';
import type { TextRange } from '../../protocol/reference.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../countText.ts';
import { layOutExcerpts } from './layOutExcerpts.ts';
import { shownFindings } from './toDiagnostics.ts';

export interface OutsideText {
  readonly text: string;
  /** Where the findings stand, by their number. */
  readonly ranges: ReadonlyMap<number, TextRange>;
}

/**
 * The findings of a compressed log that belong to no record, such as broken JSON or the end of damaged data: where each
 * stands, what it says, and the text around it. Problems leads into it, so that both are made from the same answer.
 */
export function outsideText(log: vscode.Uri, placed: PlacedFindings): OutsideText {
  const name = log.path.slice(log.path.lastIndexOf('/') + 1);
  const parts = shownFindings(placed)
    .flatMap(({ ref, message, excerpt, range, byteOffset }) => {
      const line = numberText(range.startLine + 1);
      const place = vscode.l10n.t('Line {0}, byte {1} of the decompressed text', line, numberText(byteOffset));
      return excerpt === null ? [] : [{ number: ref.finding, byteOffset, title: `${place}\n${say(message)}`, excerpt }];
    })
    .toSorted((left, right) => left.byteOffset - right.byteOffset);
  const heading =
    parts.length === 0
      ? vscode.l10n.t('{0}: every finding belongs to a record', name)
      : vscode.l10n.t('{0}: what belongs to no record', name);
  const { text, ranges } = layOutExcerpts(heading, parts);
  return { text, ranges: new Map(parts.map(({ number }, index) => [number, ranges[index]!])) };
}
