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

/** The labels of fields that are beside each other: with the names of those that would be called the same. */
export function fieldLabels(names: readonly string[], formats: FoundFormats | undefined): ReadonlyMap<string, string> {
  const labels = names.map((name) => [name, fieldLabel(name, formats)] as const);
  const isShared = (label: string): boolean => labels.filter(([, other]) => other === label).length > 1;
  return new Map(labels.map(([name, label]) => [name, isShared(label) && label !== name ? l10n.t('{0} ({1})', label, name) : label]));
}
