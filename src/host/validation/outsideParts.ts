import type { Message } from '../../core/finding/message.ts';
import type { Excerpt, PlacedFinding } from '../../protocol/answers/findings.ts';

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
