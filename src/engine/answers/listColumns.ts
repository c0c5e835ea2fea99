import type { DocumentedNames } from '../../core/formats/documentedNames.ts';
import { maxColumns } from '../../core/formats/suitedColumns.ts';
import { resolveField } from '../../core/query/fields.ts';
import { fieldTitle } from '../../core/query/fieldTitle.ts';
import type { FoundFormat, ListColumn } from '../../protocol/answers/formats.ts';

/**
 * The columns that suit a log: the fields that suit more than half of its records, or else those of its most frequent format. A
 * format may name what is no field, which has no column.
 *
 * @param formats The most frequent first.
 * @param documented The paths that the log's formats document.
 */
export function listColumns(
  formats: readonly Pick<FoundFormat, 'columns' | 'count'>[],
  documented: DocumentedNames,
): readonly ListColumn[] {
  const suiting = new Map<string, number>();
  for (const { columns, count } of formats) {
    new Set(columns).forEach((name) => suiting.set(name, (suiting.get(name) ?? 0) + count));
  }
  const half = formats.reduce((sum, { count }) => sum + count, 0) / 2;
  const common = [...suiting].filter(([, count]) => count > half).sort(([, left], [, right]) => right - left);
  const names = common.length > 0 ? common.map(([name]) => name) : [...new Set(formats[0]?.columns)];
  return titledFields(names, documented).slice(0, maxColumns);
}

/** Fields with their titles, without what is no field. */
export function titledFields(names: readonly string[], documented: DocumentedNames): readonly ListColumn[] {
  return names.flatMap((name) => {
    const field = resolveField(name, documented);
    return field === undefined ? [] : [{ field: name, title: fieldTitle(field, documented).trim() || name }];
  });
}
