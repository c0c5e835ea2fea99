/** In what form the records of a source are there. */
export type Container = 'object' | 'ndjson' | 'array' | 'wrapper' | 'concatenated' | 'json-seq' | 'comma-lines' | 'empty';

/** What a reader has met between records: a plain value. */
export interface ShapeState {
  /** Whole records so far. */
  records: number;
  /** Some record is on more than one line. */
  spansLines: boolean;
  isWrapper: boolean;
  isArray: boolean;
  hasBrokenObject: boolean;
  separated: boolean;
  commas: boolean;
  /** Some record begins on the line on which the one before it ended. */
  sharesLines: boolean;
}

/** @param records How many are before, one on each line. */
export function shapeAfter(records: number): ShapeState {
  return {
    records,
    spansLines: false,
    isWrapper: false,
    isArray: false,
    hasBrokenObject: false,
    separated: false,
    commas: false,
    sharesLines: false,
  };
}

/** Collects what a reader meets between records, and names the container from it. */
export class ContainerShape {
  private readonly state: ShapeState;

  constructor(state: ShapeState) {
    this.state = state;
  }

  /** Whole records so far. */
  get records(): number {
    return this.state.records;
  }

  /** Some record is on more than one line. */
  get spansLines(): boolean {
    return this.state.spansLines;
  }

  get isWrapper(): boolean {
    return this.state.isWrapper;
  }

  /** Nothing but records so far, each on a line of its own, or in lists after such. */
  get isPlainLines(): boolean {
    const name = this.name();
    return name === 'ndjson' || (name === 'object' && this.state.records === 1 && !this.state.spansLines);
  }

  record(spansLines: boolean, sharesLine: boolean): void {
    this.state.records++;
    this.state.spansLines ||= spansLines;
    this.state.sharesLines ||= sharesLine;
  }

  /** A list of records begins. After lines it is one of their number. */
  array(): void {
    this.state.isArray ||= !this.isPlainLines;
  }

  wrapper(): void {
    this.state.isWrapper = true;
  }

  /** An object that could not be read: a log of one truncated record is not an empty one. */
  brokenObject(): void {
    this.state.hasBrokenObject = true;
  }

  /** A record separator of RFC 7464. */
  recordSeparator(): void {
    this.state.separated = true;
  }

  /** A comma between records outside any array. */
  comma(): void {
    this.state.commas = true;
  }

  name(): Container {
    if (this.state.isWrapper) {
      return 'wrapper';
    }
    if (this.state.isArray) {
      return 'array';
    }
    if (this.state.records === 0) {
      return this.state.hasBrokenObject ? 'object' : 'empty';
    }
    if (this.state.separated) {
      return 'json-seq';
    }
    if (this.state.commas) {
      return 'comma-lines';
    }
    if (this.state.records === 1) {
      return 'object';
    }
    return this.state.spansLines || this.state.sharesLines ? 'concatenated' : 'ndjson';
  }
}
