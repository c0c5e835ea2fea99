/** Somebody who takes part in a comparison: does the work once, and says what it cost. */
export interface Contestant<Cost> {
  readonly name: string;
  readonly run: () => Promise<Cost>;
}

export interface Rounds<Cost> {
  readonly rounds: number;
  readonly contestants: readonly Contestant<Cost>[];
  readonly say: (what: string) => void;
  /** Called once for a contestant that fails; it takes no further part. */
  readonly fail: (name: string, error: unknown) => void;
}

/**
 * Lets all take turns, A B C A B C …, so that a machine which becomes slower does so for all of them. Gives the costs of
 * each by name, without those who failed; what was measured in one round is at the same place in each list.
 */
export async function interleave<Cost>({ rounds, contestants, say, fail }: Rounds<Cost>): Promise<ReadonlyMap<string, readonly Cost[]>> {
  const costs = new Map<string, Cost[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const { name, run } of contestants) {
      const own = costs.get(name);
      if (own === undefined) {
        continue;
      }
      say(`round ${round} of ${rounds}: ${name}`);
      try {
        own.push(await run());
      } catch (error) {
        costs.delete(name);
        fail(name, error);
      }
    }
  }
  return costs;
}
