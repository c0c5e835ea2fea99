import * as l10n from '@vscode/l10n';
import type { FoundFormats } from '../../src/protocol/answers/formats.ts';
import { fieldLabel } from './fieldLabel.ts';

/** The labels of fields that are beside each other: with the names of those that would be called the same. */
export function fieldLabels(names: readonly string[], formats: FoundFormats | undefined): ReadonlyMap<string, string> {
  const labels = names.map((name) => [name, fieldLabel(name, formats)] as const);
  const isShared = (label: string): boolean => labels.filter(([, other]) => other === label).length > 1;
  return new Map(labels.map(([name, label]) => [name, isShared(label) && label !== name ? l10n.t('{0} ({1})', label, name) : label]));
}
