import type { Answer, GroupCounts, Moment } from './answer.ts';
import type { FacetValue } from './facets.ts';
import type { CallerLabel } from './page.ts';
import type { IdentityValue, TargetStep } from './record.ts';

/** Everything about one caller or one target: aggregates of the records that a query finds. */
export interface Profile extends Answer {
  readonly matching: number;
  readonly total: number;
  readonly groups: GroupCounts;
  readonly first: Moment | null;
  readonly last: Moment | null;
  /** The same of the records that `whole` finds; null where it was not asked for. */
  readonly whole: { readonly matching: number; readonly first: Moment | null; readonly last: Moment | null } | null;
  /** Identities seen in the records; `sharedBy` counts the callers of the whole log that carry it. */
  readonly identities: readonly (IdentityValue & { readonly count: number; readonly sharedBy: number })[];
  readonly identitiesTotal: number;
  readonly displayNames: readonly FacetValue[];
  readonly displayNamesTotal: number;
  readonly callers: readonly (CallerLabel & FacetValue)[];
  readonly callersTotal: number;
  /**
   * The targets below, by levels that records name one by one: Environment → ServiceRegion → ServiceRole → ServiceRoleInstance; of
   * other formats theirs, such as Namespace → Resource → Name.
   */
  readonly places: readonly TargetNode[];
  /** How many roots there are: more than `places.length` means that the list was cut. */
  readonly placesTotal: number;
  /** The targets below, by levels within their names: subscription → resource group → instance, Account → Region → Service → Resource. */
  readonly resources: readonly TargetNode[];
  readonly resourcesTotal: number;
  /** Callers that act on the same instances, without those of the profile itself. */
  readonly alsoActing: readonly (CallerLabel & FacetValue)[];
  readonly alsoActingTotal: number;
}

export interface TargetNode {
  readonly step: TargetStep;
  readonly count: number;
  readonly groups: GroupCounts;
  readonly children: readonly TargetNode[];
  /** How many children there are: more than `children.length` means that the list was cut. */
  readonly childrenTotal: number;
}
