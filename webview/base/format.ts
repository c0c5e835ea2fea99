import * as l10n from '@vscode/l10n';
import { clampTicks, ticksFromText, ticksPerHour, ticksPerSecond } from '../../src/core/record/ticks.ts';
import { timeText } from '../../src/core/record/timeText.ts';
import type { Zone } from '../../src/core/record/zones.ts';
import { spanLength, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { wholeUnits } from '../../src/core/timeline/wholeUnits.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';

/** By language: making one takes longer than many numbers. */
const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number as the user's language groups its digits. */
export function numberText(value: number, { locale }: ViewSettings): string {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format.format(value);
}

/** A whole number of hundredths, 0 to 100, such as `37 %`. */
export function percentText(percent: number, settings: ViewSettings): string {
  return (percent / 100).toLocaleString(settings.locale, { style: 'percent' });
}

/** As {@link timeText}, for ticks as they cross boundaries; the text itself where it holds no ticks. */
export function ticksTimeText(ticks: string, zone: Zone): string {
  const value = ticksFromText(ticks);
  return value === undefined ? ticks : timeText(value, zone);
}

/** The ends of a stretch of time, with as many digits as its length calls for; a date that both share is reported once. */
export function spanText(span: TimeSpan, zone: Zone): string {
  const length = spanLength(span);
  const digits = length >= BigInt(ticksPerHour) ? 16 : length >= BigInt(10 * ticksPerSecond) ? 19 : 27;
  const from = timeText(span.from, zone).slice(0, digits);
  const to = timeText(clampTicks(span.to), zone).slice(0, digits);
  return `${from} – ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}

/** A duration in words, such as `5 minutes`. */
export function durationText(ticks: bigint, settings: ViewSettings): string {
  const { value, unit } = wholeUnits(ticks);
  const number = numberText(value, settings);
  const one = value === 1;
  switch (unit) {
    case 'tick':
      return l10n.t('{0} ns', numberText(value * 100, settings));
    case 'microsecond':
      return l10n.t('{0} µs', number);
    case 'millisecond':
      return l10n.t('{0} ms', number);
    case 'second':
      return one ? l10n.t('second') : l10n.t('{0} seconds', number);
    case 'minute':
      return one ? l10n.t('minute') : l10n.t('{0} minutes', number);
    case 'hour':
      return one ? l10n.t('hour') : l10n.t('{0} hours', number);
    case 'day':
      return one ? l10n.t('day') : l10n.t('{0} days', number);
    case 'week':
      return one ? l10n.t('week') : l10n.t('{0} weeks', number);
    case 'year':
      return one ? l10n.t('year') : l10n.t('{0} years', number);
  }
}

/** A length by itself: `1 day`, where a bucket is reported as “per day”. */
export function lengthText(ticks: bigint, settings: ViewSettings): string {
  const { value, unit } = wholeUnits(ticks);
  switch (value === 1 ? unit : undefined) {
    case 'second':
      return l10n.t('1 second');
    case 'minute':
      return l10n.t('1 minute');
    case 'hour':
      return l10n.t('1 hour');
    case 'day':
      return l10n.t('1 day');
    case 'week':
      return l10n.t('1 week');
    case 'year':
      return l10n.t('1 year');
    case 'tick':
    case 'microsecond':
    case 'millisecond':
    case undefined:
      return durationText(ticks, settings);
  }
}

/** A size in bytes, in units of 1024. */
export function bytesText(bytes: number, settings: ViewSettings): string {
  const names = ['B', 'KB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  const digits = step === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString(settings.locale, { maximumFractionDigits: digits })} ${names[step]}`;
}
