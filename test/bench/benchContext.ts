import type { Figure, NotMeasured } from './figure.ts';
import type { BenchOptions } from './options.ts';

/** What a part of the benchmark works with. */
export interface BenchContext {
  readonly options: BenchOptions;
  /** Takes a figure into the report. */
  readonly add: (figure: Figure) => void;
  /** Tells that something could not be measured. */
  readonly miss: (missing: NotMeasured) => void;
  /** Tells whoever waits what is being done. */
  readonly say: (what: string) => void;
  /** A folder that goes with the process. */
  readonly scratch: string;
}

/** A part of the benchmark: adds its figures to the context. What it throws is reported as not measured. */
export type Part = (context: BenchContext) => Promise<void>;
