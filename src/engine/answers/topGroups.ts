/** A group as lists are ordered by it. */
export interface RankedGroup {
  readonly source: number;
  readonly group: number;
  /** 0 for errors, which come first. */
  readonly rank: number;
  readonly count: number;
}

/** Keeps the first of many groups in their order, errors and the most frequent first: as many as are wanted, and no others. */
export class TopGroups {
  readonly groups: RankedGroup[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Offers a group; of equal ones those that are offered first come first. */
  offer(group: RankedGroup): void {
    const { groups, limit } = this;
    if (limit === 0 || (groups.length === limit && !isBefore(group, groups[limit - 1]!))) {
      return;
    }
    let place = groups.length;
    while (place > 0 && isBefore(group, groups[place - 1]!)) {
      place--;
    }
    groups.splice(place, 0, group);
    groups.length = Math.min(groups.length, limit);
  }
}

function isBefore(left: RankedGroup, right: RankedGroup): boolean {
  return left.rank < right.rank || (left.rank === right.rank && left.count > right.count);
}
