import type { Place } from '../finding/finding.ts';
import type { AdditionalFault } from '../finding/additionalFault.ts';

export interface AdditionalError extends Place {
  readonly fault: AdditionalFault;
}

/** Faults that are what they are even where it is not known whether a quote or bracket lacks before them. */
const plainFaults: ReadonlySet<AdditionalFault> = new Set(['notANumber', 'literal', 'number', 'singleQuotes', 'control', 'escape']);

/** The faults of a broken record after the byte at which strict reading failed. */
export class FaultList {
  readonly first: AdditionalError[] = [];
  total = 0;
  /** Where quotes and brackets are is known; where it is not, what seems to lack between values says nothing. */
  isSure = true;
  private readonly failure: number;
  private readonly most: number;

  /** Keeps at most so many of what is after a failure. */
  constructor(failure: number, most: number) {
    this.failure = failure;
    this.most = most;
  }

  report(fault: AdditionalFault, start: number, end: number): void {
    if (start <= this.failure || !(this.isSure || plainFaults.has(fault))) {
      return;
    }
    this.total++;
    if (this.first.length < this.most) {
      this.first.push({ fault, start, end });
    }
  }

  /** Reports what lacks, or is too much, between values; false where that may follow from what went before. */
  reportBetween(fault: AdditionalFault, at: number): boolean {
    this.report(fault, at, at + 1);
    return this.isSure;
  }
}
