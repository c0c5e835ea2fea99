/** In what form the records of a source are there. */
export type Container = 'object' | 'ndjson' | 'array' | 'wrapper' | 'concatenated' | 'json-seq' | 'comma-lines' | 'empty';

/** Collects what a reader meets between records, and names the container from it. */
export class ContainerShape {
  /** Whole records so far. */
  records: number;
  /** Some record is on more than one line. */
  spansLines = false;
  isWrapper = false;
  /** Where a wrapper names the next part of a partial export; offsets in the source. */
  nextLink: { readonly start: number; readonly end: number } | undefined;
  private isArray = false;
  private hasBrokenObject = false;
  private separated = false;
  private commas = false;
  /** Some record begins on the line on which the one before it ended. */
  private sharesLines = false;

  /** @param records How many are before, one on each line. */
  constructor(records = 0) {
    this.records = records;
  }

  /** Takes over the state of another one, which this does not share afterwards. */
  copyFrom(other: ContainerShape): void {
    this.records = other.records;
    this.spansLines = other.spansLines;
    this.isWrapper = other.isWrapper;
    this.nextLink = other.nextLink;
    this.isArray = other.isArray;
    this.hasBrokenObject = other.hasBrokenObject;
    this.separated = other.separated;
    this.commas = other.commas;
    this.sharesLines = other.sharesLines;
  }

  /** Nothing but records so far, each on a line of its own, or in lists after such. */
  get isPlainLines(): boolean {
    const name = this.name();
    return name === 'ndjson' || (name === 'object' && this.records === 1 && !this.spansLines);
  }

  record(spansLines: boolean, sharesLine: boolean): void {
    this.records++;
    this.spansLines ||= spansLines;
    this.sharesLines ||= sharesLine;
  }

  /** A list of records begins. After lines it is one of their number. */
  array(): void {
    this.isArray ||= !this.isPlainLines;
  }

  wrapper(): void {
    this.isWrapper = true;
  }

  /** An object that could not be read: a log of one truncated record is not an empty one. */
  brokenObject(): void {
    this.hasBrokenObject = true;
  }

  /** A record separator of RFC 7464. */
  recordSeparator(): void {
    this.separated = true;
  }

  /** A comma between records outside any array. */
  comma(): void {
    this.commas = true;
  }

  name(): Container {
    if (this.isWrapper) {
      return 'wrapper';
    }
    if (this.isArray) {
      return 'array';
    }
    if (this.records === 0) {
      return this.hasBrokenObject ? 'object' : 'empty';
    }
    if (this.separated) {
      return 'json-seq';
    }
    if (this.commas) {
      return 'comma-lines';
    }
    if (this.records === 1) {
      return 'object';
    }
    return this.spansLines || this.sharesLines ? 'concatenated' : 'ndjson';
  }
}
