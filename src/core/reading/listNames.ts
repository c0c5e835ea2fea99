/** The keys of lists that are in one wrapper, the last one first. Never changed, so that forks of a reader may share it. */
export interface ListNames {
  readonly key: string;
  readonly count: number;
  readonly others: ListNames | undefined;
}

/** More keys are not kept in mind: a list under one of those beyond is not reported as repeated. */
const maxNames = 64;

export function hasName(names: ListNames | undefined, key: string): boolean {
  for (let name = names; name !== undefined; name = name.others) {
    if (name.key === key) {
      return true;
    }
  }
  return false;
}

export function withName(names: ListNames | undefined, key: string): ListNames | undefined {
  const count = (names?.count ?? 0) + 1;
  return hasName(names, key) || count > maxNames ? names : { key, count, others: names };
}
