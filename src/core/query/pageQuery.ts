import { andTerm, literalTerm } from './editQuery.ts';
import { rangeTerm } from './editTimeRange.ts';
import { resolveField } from './fields.ts';

/** What a page of a timeline is about; the protocol's pages are of this form. */
export type PageSubject =
  | { readonly kind: 'records' | 'findings' | 'coverage' }
  /** A caller by one of its identities, by its display name (`displayName`), or by its label alone (empty). */
  | CallerSubject
  /** All records with a value of a field. */
  | { readonly kind: 'value'; readonly field: string; readonly value: string }
  /** A path down one of the two trees of targets. */
  | { readonly kind: 'target'; readonly path: readonly TargetPlace[] };

export interface CallerSubject extends Named {
  readonly kind: 'caller';
  /** All identities of the caller, the one that names it best first; undefined while they are not known. */
  readonly identities?: readonly Named[];
}

interface Named {
  readonly type: string;
  readonly value: string;
}

export interface TargetPlace {
  /** Subscription, resource group or instance, or a type of targets. */
  readonly level: string;
  readonly name: string;
}

/** What is shown: a page under the user's filter, in a stretch of time if one is chosen. */
export interface Shown {
  readonly query: string;
  readonly page: PageSubject;
  /** Its first tick and the first after it, in decimal. */
  readonly range?: readonly [from: string, to: string];
  /** Filters that hold whatever the user's filter is. */
  readonly pinned?: readonly string[];
}

/** What a page shows: the user's filter, the stretch of time beside it, the pinned filters and the page's own term. */
export function pageQuery({ query, page, range, pinned = [] }: Shown): string {
  return [range === undefined ? '' : rangeTerm(range), ...pinned, pageTerm(page)].reduce(
    (all, term) => (term === '' ? all : andTerm(all, term)),
    query,
  );
}

/** The term that a page adds to the user's filter; empty for pages that add none. */
export function pageTerm(page: PageSubject): string {
  switch (page.kind) {
    case 'records':
    case 'findings':
    case 'coverage':
      return '';
    case 'caller':
      return (page.identities ?? [page]).map(({ type, value }) => callerTerm(type, value)).join(' OR ');
    case 'value':
      return literalTerm(knownField(page.field), page.value);
    case 'target':
      return page.path.reduce((query, { level, name }) => andTerm(query, literalTerm(levelField(level), name)), '');
  }
}

/** The identity that names the caller of a page best. */
export function callerOf(page: CallerSubject): Named {
  return page.identities?.[0] ?? page;
}

/** Labels that are no identity (a display name, "unknown caller") are found by the field `caller`, which holds the label too. */
function callerTerm(type: string, value: string): string {
  const field = `caller.${type}`;
  const isIdentity = type !== '' && type !== 'displayName' && resolveField(field) !== undefined;
  return literalTerm(isIdentity ? field : 'caller', value);
}

/** A field that is not known any more, such as one of a format that was removed, is a path of keys. */
function knownField(field: string): string {
  return resolveField(field) === undefined ? `key.${field}` : field;
}

/** The field of the filter language that holds a level of the trees of targets, or the targets of a type. */
export function levelField(level: TargetPlace['level']): string {
  switch (level) {
    case 'subscription':
    case 'resourceGroup':
    case 'instance':
      return level;
    default:
      return `target.${level}`;
  }
}
