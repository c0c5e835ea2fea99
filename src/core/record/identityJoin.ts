import { maskSecrets } from './maskSecrets.ts';
import { isCommonType, namingTier, refusalAmong, refusalOf, type Refusal } from './joinRule.ts';

export interface Identity {
  readonly type: string;
  readonly value: string;
}

/** An identity that a caller was joined with, and why: both were seen in the same records. */
export interface JoinedIdentity extends Identity {
  /** The joined identity that it was seen with most often; null for the one that all began with. */
  readonly seenWith: Identity | null;
  /** How many records name both; 0 for the first. */
  readonly records: number;
}

/** What was seen together with a joined identity, and yet is not joined. */
export type RefusedIdentity = Omit<JoinedIdentity, 'value'> & {
  /** Null where there are too many of the type to name them. */
  readonly value: string | null;
} & Refusal;

/** Identities of one type that share records with another identity. */
export interface Companion {
  readonly type: string;
  /** By value, in how many records; none where there are more than `maxCompanions`. */
  readonly values: readonly { readonly value: string; readonly records: number }[];
  readonly distinct: number;
  /** Records that name any of them with it. */
  readonly records: number;
}

interface Link {
  readonly from: Identity;
  readonly to: Identity;
  readonly records: number;
}

/** UTF-16 units: nothing that names a caller is as long. */
const maxLength = 1000;

/** A caller with more would be a query that nobody can read. */
const maxJoined = 30;

/**
 * Finds the identities of one caller, step by step: what shares records with an identity is asked of the log only where the rule has to
 * know it. Types and values are compared without regard to case, as filters do.
 */
export class IdentityJoin {
  readonly #apart: ReadonlySet<string>;
  readonly #joined = new Map<string, JoinedIdentity>();
  readonly #known = new Map<string, readonly Companion[]>();
  readonly #refused = new Map<string, RefusedIdentity>();
  #wanted: readonly Identity[];

  /** @param apart Identities that are never joined. */
  constructor(start: Identity, apart: readonly Identity[]) {
    this.#apart = new Set(apart.map(identityKey));
    this.#joined.set(identityKey(start), { ...start, seenWith: null, records: 0 });
    this.#wanted = [start];
  }

  /** The identities whose companions have to be known to go on; empty when the caller is complete. */
  get wanted(): readonly Identity[] {
    return this.#wanted;
  }

  /** The identities of the caller, the one that names it best first. */
  get joined(): readonly JoinedIdentity[] {
    return [...this.#joined.values()].sort((left, right) => namingTier(left.type) - namingTier(right.type));
  }

  get refused(): readonly RefusedIdentity[] {
    return [...this.#refused.values()];
  }

  /** Takes the companions of all that was wanted, by {@link identityKey}. */
  learn(companions: ReadonlyMap<string, readonly Companion[]>): void {
    for (const identity of this.#wanted) {
      this.#known.set(identityKey(identity), companions.get(identityKey(identity)) ?? []);
    }
    for (let isGrowing = true; isGrowing;) {
      isGrowing = this.#joinNext();
    }
    this.#wanted = this.#joined.size < maxJoined ? this.#unknown() : [];
  }

  /** Joins what has the strongest link of all that may be joined; gives whether there was any. */
  #joinNext(): boolean {
    const link = this.#joined.size < maxJoined ? this.#links().find((one) => this.#mayJoin(one)) : undefined;
    if (link === undefined) {
      return false;
    }
    const key = identityKey(link.to);
    this.#joined.set(key, { ...link.to, seenWith: link.from, records: link.records });
    this.#refused.delete(key);
    return true;
  }

  #unknown(): readonly Identity[] {
    const unknown = this.#links().filter(({ to }) => !isCommonType(to.type) && !this.#known.has(identityKey(to)));
    return [...new Map(unknown.map(({ to }) => [identityKey(to), to])).values()];
  }

  /** From what is joined to what is not, those of most records first. */
  #links(): readonly Link[] {
    return [...this.#joined.values()].flatMap((from) => this.#linksFrom(from)).sort((left, right) => right.records - left.records);
  }

  #linksFrom({ type, value, seenWith }: JoinedIdentity): readonly Link[] {
    const from = { type, value };
    const companions = this.#known.get(identityKey(from)) ?? [];
    const refusal = seenWith === null ? refusalOf(type, companions) : undefined;
    if (refusal !== undefined) {
      this.#refuse(identityKey(from), { ...from, seenWith: null, records: 0, ...refusal });
      return [];
    }
    return companions.flatMap((others) => {
      const many = refusalAmong(companions, others.type);
      if (many !== undefined) {
        this.#refuse(`${identityKey(from)} ${others.type}`, {
          type: others.type,
          value: null,
          seenWith: from,
          records: others.records,
          ...many,
        });
      }
      return others.values
        .map(({ value: other, records }): Link => ({ from, to: { type: others.type, value: other }, records }))
        .filter(({ to }) => this.#isCandidate(to));
    });
  }

  /** What gives access is not shown, so that no filter could name it. */
  #isCandidate({ type, value }: Identity): boolean {
    const key = identityKey({ type, value });
    return !this.#joined.has(key) && !this.#apart.has(key) && value.length <= maxLength && maskSecrets(value) === value;
  }

  #mayJoin({ from, to, records }: Link): boolean {
    const key = identityKey(to);
    const companions = isCommonType(to.type) ? [] : this.#known.get(key);
    if (companions === undefined) {
      return false;
    }
    const refusal = refusalOf(to.type, companions) ?? refusalAmong(companions, from.type);
    if (refusal !== undefined) {
      this.#refuse(key, { ...to, seenWith: from, records, ...refusal });
    }
    return refusal === undefined;
  }

  /** The first reason is that of most records. */
  #refuse(key: string, refused: RefusedIdentity): void {
    if (!this.#refused.has(key)) {
      this.#refused.set(key, refused);
    }
  }
}

/** Equal for what filters take for the same identity. */
export function identityKey({ type, value }: Identity): string {
  return `${type}\0${value}`.toLowerCase();
}
