import * as l10n from '@vscode/l10n';
import { resolveField } from '../../src/core/query/fields.ts';
import { fieldTitle } from '../../src/core/query/fieldTitle.ts';
import type { FoundFormats } from '../../src/protocol/answers/formats.ts';

/** What people call a field of the filter language, in English: a key of the l10n bundle where a built-in format has it. */
export function titleOf(name: string, formats: FoundFormats | undefined): string {
  const found = formats?.titles.find(({ field }) => field === name);
  if (found !== undefined) {
    return found.title;
  }
  const field = resolveField(name);
  return (field === undefined ? '' : fieldTitle(field).trim()) || name;
}

/** What people call a field, in the user's language. */
export function fieldLabel(name: string, formats: FoundFormats | undefined): string {
  return l10n.t(titleOf(name, formats));
}
