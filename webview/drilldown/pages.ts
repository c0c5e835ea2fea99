import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { resolveField } from '../../src/core/query/fields.ts';
import type { CallerLabel, TargetLevel, TargetStep } from '../../src/protocol/answers.ts';
import type { ViewPage, ViewState } from '../../src/protocol/viewMessages.ts';

/** The field of the filter language that holds a level of the trees of targets. */
export function levelField(level: TargetLevel): string {
  switch (level) {
    case 'Environment':
    case 'ServiceRegion':
    case 'ServiceRole':
    case 'ServiceRoleInstance':
      return `target.${level}`;
    case 'subscription':
    case 'resourceGroup':
    case 'instance':
      return level;
  }
}

/**
 * The term that finds a caller. Labels that are no identity (a display name, "unknown caller") are found by the field
 * `caller`, which holds the label too.
 */
export function callerTerm(type: string, value: string): string {
  const field = `caller.${type}`;
  const isIdentity = type !== '' && type !== 'displayName' && resolveField(field) !== undefined;
  return literalTerm(isIdentity ? field : 'caller', value);
}

export function targetTerm(path: readonly TargetStep[]): string {
  return path.reduce((query, step) => andTerm(query, literalTerm(levelField(step.level), step.name)), '');
}

/** The term that a page adds to the user's filter; empty for pages that add none. */
export function pageTerm(page: ViewPage): string {
  switch (page.kind) {
    case 'records':
    case 'findings':
      return '';
    case 'caller':
      return callerTerm(page.type, page.value);
    case 'target':
      return targetTerm(page.path);
  }
}

/** What a page shows: the user's filter and the page's own term. */
export function pageQuery(state: ViewState): string {
  const term = pageTerm(state.page);
  return term === '' ? state.query : andTerm(state.query, term);
}

export function callerPage(caller: CallerLabel): ViewPage {
  return { kind: 'caller', type: caller.type ?? '', value: caller.value };
}
