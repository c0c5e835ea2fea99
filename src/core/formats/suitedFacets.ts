import type { CompiledFormat } from './compiledFormat.ts';
import type { AuditFormat } from './definition/format.ts';
import { resourceLevels } from '../record/levels.ts';

/** The levels that names of each rule contain, as fields of the filter language, the most telling ones. */
const fieldsOfRule = {
  resourceId: resourceLevels.toReversed(),
  arn: ['target.Account', 'target.Region', 'target.Service'],
  resourceName: ['target.Project', 'target.Service'],
} as const;

/** More would hide each other. */
const maxFacets = 7;

/**
 * The fields whose values tell records of a format apart at a glance: those that the format names, else result, operation,
 * caller and what its targets are within, else the first types of its targets.
 */
export function suitedFacets(
  format: Pick<AuditFormat, 'facets' | 'targets'>,
  hierarchies: CompiledFormat['hierarchies'] = [],
): readonly string[] {
  if (format.facets !== undefined) {
    return format.facets;
  }
  const levels = hierarchies.flatMap((one) => ('rule' in one ? fieldsOfRule[one.rule] : one.levels.map((type) => `target.${type}`)));
  const types = (format.targets ?? []).flatMap(({ type }) => (typeof type === 'string' ? [`target.${type}`] : []));
  const places = levels.length > 0 ? levels : types.slice(0, 2);
  return [...new Set(['resultGroup', 'operation', 'caller', ...places])].slice(0, maxFacets);
}
