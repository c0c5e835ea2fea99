import { IdMap } from '../columns/idMap.ts';
import type { FindingRows, NewWords } from './findingRows.ts';
import type { FindingWords } from './findingWords.ts';

/** Translates findings whose words are numbered by others, part by part, into findings with our numbers. */
export class FindingMerger {
  private readonly pointers: IdMap;
  private readonly sayings: IdMap;

  constructor({ pointers, sayings }: FindingWords) {
    this.pointers = new IdMap((bytes, start, end) => pointers.intern(bytes, start, end));
    this.sayings = new IdMap((bytes, start, end) => sayings.intern(bytes, start, end));
  }

  /** Takes the words that the others have come to know: before the findings that hold them. */
  report({ pointers, sayings }: NewWords): void {
    this.pointers.report(pointers);
    this.sayings.report(sayings);
  }

  /** The findings with our numbers, their lines counted on from `line`. */
  translate(rows: FindingRows, line: number): FindingRows {
    return {
      ...rows,
      lines: rows.lines.map((one) => one + line - 1),
      pointers: this.pointers.translate(rows.pointers),
      sayings: this.sayings.translate(rows.sayings),
    };
  }
}
