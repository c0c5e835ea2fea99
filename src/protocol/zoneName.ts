import * as l10n from '@vscode/l10n';
import type { Zone } from '../core/record/zones.ts';

/** The zone's name beside a time. */
export function zoneName(zone: Zone): string {
  return zone === 'utc' ? 'UTC' : zone === 'local' ? l10n.t('local time') : zone;
}
