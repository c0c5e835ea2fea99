import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import { maskSecrets } from '../../src/core/record/maskSecrets.ts';
import { visibleText } from '../../src/protocol/visibleText.ts';
import { resultGroups } from '../../src/core/record/results.ts';
import type { Buckets } from '../../src/core/timeline/buckets.ts';
import { groupName, groupSymbol, seriesSymbol } from '../base/symbols.ts';
import { seriesAppearance } from '../theme/seriesAppearance.ts';
import type { Fill } from './drawing.ts';

/** One of the parts that bars are stacked of: a group of results, or a value of a field. */
export interface BarPart {
  readonly name: string;
  readonly symbol: TemplateResult;
  readonly fill: Fill;
  /** One for each bucket. */
  readonly counts: readonly number[];
}

/** The values that bars are stacked of, the most frequent first; null stands for none. */
export type SeriesValues = readonly (string | null)[];

/** All parts, the lowest first. @param values Undefined where bars are stacked by result. */
export function barParts(buckets: Buckets, values: SeriesValues | undefined): readonly BarPart[] {
  const { series } = buckets;
  if (series === undefined || values === undefined) {
    return resultGroups.map((group) => ({
      name: groupName(group),
      symbol: groupSymbol(group),
      fill: group,
      counts: buckets.groups[group],
    }));
  }
  return series.map((counts, index) => {
    const isRest = index === series.length - 1;
    const look = isRest ? seriesAppearance.length - 1 : index;
    const name = isRest ? l10n.t('others') : valueName(values[index] ?? null);
    return { name, symbol: seriesSymbol(look), fill: `series${look}`, counts };
  });
}

/** The name of a value, which may be a secret; records may have none. */
export function valueName(value: string | null): string {
  return value === null ? l10n.t('(none)') : value === '' ? l10n.t('(empty)') : visibleText(maskSecrets(value));
}
