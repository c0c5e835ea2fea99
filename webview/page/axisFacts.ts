import type { ReactiveControllerHost } from 'lit';
import type { Coverage } from '../../src/protocol/answers/coverage.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { timeAxis, type Extent, type TimeAxis } from '../chart/timeAxis.ts';
import { gapStretchesOf, type GapStretch } from '../../src/scene/gapMarks.ts';

/** All gaps, for the time axes; where there are more, neighbours come as one. The section about coverage lists writers. */
const coverageLimits = { epochs: 0, gaps: 0, stretches: 4000 };

/** What all time axes need to know of the log: which times it covers, and where numbers are missing. */
export class AxisFacts {
  readonly #outliers: QueryController<'outliers'>;
  readonly #coverage: QueryController<'coverage'>;
  /** The reading of the log that the coverage is known of; what it was before more was added is shown until it is known anew. */
  #coverageOf: number | undefined;
  #gapStretches: { readonly of: Coverage | undefined; readonly all: readonly GapStretch[] } = { of: undefined, all: [] };

  constructor(host: ReactiveControllerHost) {
    this.#outliers = new QueryController(host, 'outliers');
    this.#coverage = new QueryController(host, 'coverage');
  }

  /** Undefined before it is known. */
  get coverage(): Coverage | undefined {
    return this.#coverage.answer;
  }

  get gapStretches(): readonly GapStretch[] {
    const { answer } = this.#coverage;
    if (answer !== this.#gapStretches.of) {
      this.#gapStretches = { of: answer, all: answer === undefined ? [] : gapStretchesOf(answer) };
    }
    return this.#gapStretches.all;
  }

  /** Asks for what is not known of the log as it is now. */
  want(context: ViewContext): void {
    // Half a log would seem to lack whatever has not been read yet.
    const isKnown = context.snapshot.complete && context.snapshot.problem === null;
    if (isKnown || this.#coverageOf !== context.snapshot.reading) {
      this.#coverage.want(context, isKnown ? coverageLimits : undefined);
      this.#coverageOf = context.snapshot.reading;
    }
    this.#outliers.want(context, context.snapshot.problem === null ? { query: '' } : undefined);
  }

  /** Undefined until the engine has said whether records lie far from the others; all times where it cannot say. */
  axis({ snapshot }: ViewContext, extent: Extent): TimeAxis | undefined {
    const { answer, problem } = this.#outliers;
    return answer === undefined && problem === undefined ? undefined : timeAxis(snapshot, answer, extent);
  }
}
