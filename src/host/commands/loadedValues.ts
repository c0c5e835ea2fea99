import * as vscode from 'vscode';
import { numberText } from '../base/countText.ts';
import type { Item, ValueItem } from './valueItem.ts';

export interface LoadedValues {
  readonly items: readonly ValueItem[];
  /** How many values there are in all. */
  readonly distinct: number;
  /** Records with values that are not counted one by one. */
  readonly uncounted: number;
}

/** What loading is given: it ends when the user turns away, and says how many records have been read. */
export interface LoadProgress {
  readonly signal: AbortSignal;
  readonly report: (read: number, total: number) => void;
}

export const noValues: LoadedValues = { items: [], distinct: 0, uncounted: 0 };

/** What the list says of how many values it shows. */
export function shownText({ items, distinct, uncounted }: LoadedValues): string {
  const values = [numberText(items.length), numberText(distinct)];
  return uncounted === 0
    ? vscode.l10n.t('{0} of {1} values shown', ...values)
    : vscode.l10n.t('{0} of more than {1} values shown; {2} records have others', ...values, numberText(uncounted));
}

/** Values with the headings of their sections between them. */
export function withHeadings(items: readonly ValueItem[]): readonly Item[] {
  const result: Item[] = [];
  let section = '';
  for (const item of items) {
    if (item.section !== section) {
      section = item.section;
      result.push({ label: section, kind: vscode.QuickPickItemKind.Separator });
    }
    result.push(item);
  }
  return result;
}
