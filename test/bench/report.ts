import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import type { Figure, NotMeasured } from './figure.ts';

/** Everything that a run found out; `--json` prints it. */
export interface BenchReport {
  /** When it ended, ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  /** Of Node and of the other programs that took part, by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
  readonly notMeasured: readonly NotMeasured[];
}

/** The machine in general words: no names of hosts or people. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryBytes: number;
  readonly system: string;
}

export function thisMachine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    system: `${platform()} ${arch()}`,
  };
}
