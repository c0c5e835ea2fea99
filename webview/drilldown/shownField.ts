import type { FoundFormats } from '../../src/protocol/answers/formats.ts';
import { fieldLabel } from '../base/fieldLabel.ts';

const ofTargets = 'target.';

/** How a field is called on the pages of callers and targets: a type of targets as the log does, unless a format has a title for it. */
export function shownField(field: string, formats: FoundFormats | undefined): string {
  const hasTitle = formats?.titles.some((one) => one.field === field) === true;
  return field.startsWith(ofTargets) && !hasTitle ? field.slice(ofTargets.length) : fieldLabel(field, formats);
}
