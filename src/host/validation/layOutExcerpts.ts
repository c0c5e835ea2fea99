import type { Excerpt, PlacedFinding } from '../../protocol/answers/findings.ts';
import type { TextRange } from '../../protocol/reference.ts';
import type { Message } from '../../core/finding/message.ts';

/** What is said of a stretch, and what is there. */
export interface TitledExcerpt {
  readonly title: string;
  readonly excerpt: Excerpt;
}

export interface Layout {
  readonly text: string;
  /** Where the stretches of the excerpts are in the text, in their order. */
  readonly ranges: readonly TextRange[];
}

/** A text of excerpts, each below its title; they are shown as they are. */
export function layOutExcerpts(heading: string, parts: readonly TitledExcerpt[]): Layout {
  let text = `${heading}\n`;
  let line = 1;
  const ranges: TextRange[] = [];
  for (const { title, excerpt } of parts) {
    const before = `\n${title}\n\n${excerpt.beginsEarlier ? '…' : ''}${excerpt.before}`;
    const from = advance({ line, column: 0 }, before);
    const to = advance(from, excerpt.text);
    ranges.push({ startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column });
    text += `${before}${excerpt.text}${excerpt.after}${excerpt.goesOn ? '…' : ''}\n`;
    line = to.line + 1;
  }
  return { text, ranges };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a text ends that begins at a place; lines end as editors end them. */
function advance({ line, column }: Place, text: string): Place {
  const lines = text.split(/\r\n|\r|\n/);
  const { length } = lines.at(-1)!;
  return { line: line + lines.length - 1, column: lines.length === 1 ? column + length : length };
}

/** A place that belongs to no record: of a finding, or a further one of it. */
export interface OutsidePart {
  /** Number of the finding. */
  readonly finding: number;
  readonly isFurther: boolean;
  readonly message: Message;
  /** From 1. */
  readonly line: number;
  readonly byteOffset: number;
  readonly excerpt: Excerpt;
}

/** All such places in the order of the text; the further ones of a finding keep their order. */
export function outsideParts(findings: readonly PlacedFinding[]): readonly OutsidePart[] {
  return findings
    .flatMap((finding) => [
      ...partOf(finding, finding.ref.finding, false),
      ...finding.relatedPlaces.flatMap((place) => partOf(place, finding.ref.finding, true)),
    ])
    .toSorted((left, right) => left.byteOffset - right.byteOffset);
}

function partOf(
  { message, range, byteOffset, excerpt }: Pick<PlacedFinding, 'message' | 'range' | 'byteOffset' | 'excerpt'>,
  finding: number,
  isFurther: boolean,
): readonly OutsidePart[] {
  return excerpt === null ? [] : [{ finding, isFurther, message, line: range.startLine + 1, byteOffset, excerpt }];
}
