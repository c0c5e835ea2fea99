import type { CompiledFormat } from './compiledFormat.ts';
import type { AuditFormat } from './definition/format.ts';

/** What a name of each rule is within, where that tells records apart: the resource itself is in the column of targets. */
const fieldsOfRule = {
  resourceId: ['resourceGroup'],
  arn: ['target.Account', 'target.Region'],
  resourceName: ['target.Project', 'target.Location'],
} as const;

/** More would leave no room for the sentence. */
export const maxColumns = 2;

/**
 * The fields whose values the list of records shows beside the columns of any log: those that the format names, else what its
 * targets are within, else the further types of its targets, and the category where there is room. The first target has a
 * column of its own in any log.
 */
export function suitedColumns(
  format: Pick<AuditFormat, 'columns' | 'targets' | 'category'>,
  hierarchies: CompiledFormat['hierarchies'] = [],
): readonly string[] {
  if (format.columns !== undefined) {
    return format.columns;
  }
  const types = (format.targets ?? []).map(({ type }) => (typeof type === 'string' ? `target.${type}` : ''));
  const levels = hierarchies.flatMap((one) => ('rule' in one ? fieldsOfRule[one.rule] : one.levels.map((type) => `target.${type}`)));
  const places = (levels.length > 0 ? levels : types).filter((field) => field !== '' && field !== types[0]);
  const category = (format.category ?? []).length > 0 ? ['category'] : [];
  return [...new Set([...places, ...category])].slice(0, maxColumns);
}
