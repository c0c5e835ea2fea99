import * as l10n from '@vscode/l10n';
import type { Coverage, Gap } from '../../src/protocol/answers/coverage.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import type { GapMark } from '../../src/scene/gapMarks.ts';

/** A count of sequence numbers, which may need 64 bits, as the user's language groups its digits. */
export function countText(count: bigint, settings: ViewSettings): string {
  return count.toLocaleString(settings.locale);
}

/** The share of numbers that is there, never rounded up to all of them nor down to none: `99.1 %`. */
export function shareText(seen: number, missing: bigint, settings: ViewSettings): string {
  const percent = (seen / (seen + Number(missing))) * 100;
  const shown = missing === 0n ? 100 : Math.min(99.9, Math.max(0.1, percent));
  return l10n.t('{0} %', shown.toLocaleString(settings.locale, { maximumFractionDigits: 1 }));
}

export function seenText(seen: number, settings: ViewSettings): string {
  return seen === 1 ? l10n.t('1 number in this file') : l10n.t('{0} numbers in this file', numberText(seen, settings));
}

export function missingText(missing: bigint, settings: ViewSettings): string {
  return missing === 1n ? l10n.t('1 number not in this file') : l10n.t('{0} numbers not in this file', countText(missing, settings));
}

/** The numbers that are missing, both ends included, exactly as records write them. */
export function rangeText({ from, to }: Pick<Gap, 'from' | 'to'>): string {
  return from === to ? from : `${from} – ${to}`;
}

/** A gap of a chart in one line: which numbers are missing, or of how many gaps. */
export function gapText({ gapStretches, gaps, missing }: GapMark, settings: ViewSettings): string {
  const [gapStretch] = gapStretches;
  return gaps > 1 || gapStretch === undefined
    ? l10n.t('{0} gaps: {1}', numberText(gaps, settings), missingText(missing, settings))
    : l10n.t('{0}: {1} of writer {2}', missingText(missing, settings), rangeText(gapStretch.gap), gapStretch.epoch);
}

/** The same in two short lines, to be within the chart. */
export function gapLabel({ missing }: GapMark, settings: ViewSettings): readonly [string, string] {
  return [missing === 1n ? l10n.t('1 number') : l10n.t('{0} numbers', countText(missing, settings)), l10n.t('not in this file')];
}

/** Says how many gaps a time axis cannot show; undefined where it shows all. */
export function unplacedText({ unplaced }: Coverage, settings: ViewSettings): string | undefined {
  switch (unplaced) {
    case 0:
      return undefined;
    case 1:
      return l10n.t('1 gap is between records without a valid time: only in “Coverage”');
    default:
      return l10n.t('{0} gaps are between records without a valid time: only in “Coverage”', numberText(unplaced, settings));
  }
}
