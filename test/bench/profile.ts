import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSummary } from './engineProcess.ts';
import { generateLog } from './generateLog.ts';
import { type BenchOptions, logSizes } from './options.ts';

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const shown = 25;

/** Prints where the engine's time goes: the functions in which most samples of a profile were taken, of all its threads. */
export async function profile({ sizes }: BenchOptions, scratch: string, say: (what: string) => void): Promise<void> {
  for (const size of sizes.filter((name) => name === '100M' || name === '1G')) {
    for (const cardinality of ['low', 'high'] as const) {
      for (const shapes of [1, 6] as const) {
        const log = generateLog({ records: logSizes[size], cardinality, shapes });
        const folder = join(scratch, `${size}-${cardinality}-${shapes}`);
        say(`profile, ${log.title}`);
        await runSummary(log.path, 1, ['--cpu-prof', '--cpu-prof-dir', folder]);
        process.stdout.write(`${log.title}\n${busiest(folder)}\n`);
      }
    }
  }
}

/** Self time by function, over all threads of a process: each has left a profile. */
function busiest(folder: string): string {
  const times = new Map<string, number>();
  for (const file of readdirSync(folder)) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || '(anonymous)']));
    samples.forEach((id, index) => {
      const name = names.get(id)!;
      times.set(name, (times.get(name) ?? 0) + timeDeltas[index]! / 1000);
    });
  }
  times.delete('(idle)');
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const lines = [...times]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, shown)
    .map(([name, time]) => `${time.toFixed(0).padStart(8)} ms  ${((time / total) * 100).toFixed(1).padStart(5)} %  ${name}`);
  return `${lines.join('\n')}\n`;
}
