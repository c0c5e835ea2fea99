/** A fault of the command line's words, or of what they name: sentences for standard error, each on a line, and exit code 2. */
export class UsageError extends Error {
  readonly others: readonly string[];

  constructor(first: string, ...others: readonly string[]) {
    super(first);
    this.others = others;
  }
}
