export type Outcome = 'passed' | 'failed' | 'skipped';

/** Counts of tests; each static check counts as one. */
export interface Tally extends Readonly<Record<Outcome, number>> {
  /** The names of those that failed, with what they said, to be told once more at the very end. */
  readonly failures: readonly string[];
  /** The names of those that passed only when they were tried again, with what they said first. They count as passed. */
  readonly unsteady: readonly string[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] };

/** The tally of one check. */
export function one(outcome: Outcome, name: string): Tally {
  return { ...nothing, [outcome]: 1, failures: outcome === 'failed' ? [name] : [] };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
      failures: [...total.failures, ...tally.failures],
      unsteady: [...total.unsteady, ...tally.unsteady],
    }),
    nothing,
  );
}

export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
