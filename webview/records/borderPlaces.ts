import * as l10n from '@vscode/l10n';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import type { ownWidths } from './columnWidths.ts';

/** A border in the head of a list that resizes a column. */
export interface ColumnBorder {
  /** The name by which the column's width is kept. */
  readonly name: string;
  /** The column, in words. */
  readonly title: string;
  /** A selector of the column's head, and which of those with it is meant. */
  readonly cell: readonly [selector: string, index: number];
  /**
   * Whether the column ends at the border, as those left of the sentence do. Those right of it begin at theirs: the sentence gives or
   * takes the difference, so that the border stays below the pointer.
   */
  readonly isEnd: boolean;
}

/** Where a border is. CSS pixels. */
export interface BorderPlace {
  /** From the left of the list. */
  readonly x: number;
  /** Of the column. */
  readonly width: number;
  /** The width at which the sentence has none left to give. */
  readonly most: number;
}

/** The sentence keeps at least this. CSS pixels. */
const minSentence = 160;
/** Between two columns. CSS pixels. */
const gap = 8;

/** The borders of a list with these further columns, from the left. */
export function bordersOf(further: readonly ListColumn[]): readonly ColumnBorder[] {
  const own = (name: keyof typeof ownWidths, title: string, isEnd = false): ColumnBorder => ({ name, title, cell: [name, 0], isEnd });
  return [
    own('.index', l10n.t('Number'), true),
    own('.time', l10n.t('Time'), true),
    own('.caller', l10n.t('Caller'), true),
    own('.instance', l10n.t('Target'), true),
    ...further.map(({ field, title }, index): ColumnBorder => ({
      name: field,
      title: l10n.t(title),
      cell: ['.suited', index],
      isEnd: false,
    })),
    own('.findings', l10n.t('Findings')),
  ];
}

/** Where a border is in a list with that head; undefined where the head does not show its column. */
export function placeOf({ cell: [selector, index], isEnd }: ColumnBorder, head: Element, left: number): BorderPlace | undefined {
  const box = head.querySelectorAll(selector)[index]?.getBoundingClientRect();
  const sentence = head.querySelector('.sentence')?.getBoundingClientRect().width ?? 0;
  return box === undefined
    ? undefined
    : {
        x: (isEnd ? box.right + gap / 2 : box.left - gap / 2) - left,
        width: box.width,
        most: box.width + Math.max(0, sentence - minSentence),
      };
}
