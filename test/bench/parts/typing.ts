import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import type { BenchContext } from '../benchContext.ts';
import { outputOf, runChild } from '../engineProcess.ts';
import { atMost, figure } from '../figure.ts';
import { logSizes } from '../options.ts';

interface Typed {
  readonly firstMs: number;
  readonly keyMs: readonly number[];
  readonly keyCpuMs: number;
}

interface Measured {
  readonly engine: Typed;
  readonly worker: Typed;
  readonly jsonService: Typed;
}

/** Processes; in each of them so many keys. */
const rounds = 3;
const keys = 40;

/** From a key in a document of 1 MB to the findings of its new text, beside VS Code's own JSON language service. */
export async function typing({ options, add, say }: BenchContext): Promise<void> {
  const all: Measured[] = [];
  for (let round = 0; round < (options.runs ?? rounds); round++) {
    say(`typing, process ${round + 1}`);
    const args = [join(root, 'dist/engine.js'), String(logSizes['1M']), String(keys)];
    all.push(outputOf(await runChild('typeInText', args)) as Measured);
  }
  const subjects = [
    ['engine', 'engine, in its own thread', atMost(20)],
    ['worker', 'engine, with the messages to it and back', undefined],
    ['jsonService', 'vscode-json-languageservice, the same records as an array', undefined],
  ] as const;
  for (const [name, subject, goal] of subjects) {
    const place = { part: 'typing', on: 'a document of 1 MB', subject, unit: 'ms' } as const;
    add(
      figure(
        { ...place, measure: 'a key, until its findings', ...(goal === undefined ? {} : { goal }) },
        all.flatMap((one) => one[name].keyMs),
      ),
    );
    add(
      figure(
        { ...place, measure: 'a key, CPU' },
        all.map((one) => one[name].keyCpuMs),
      ),
    );
    add(
      figure(
        { ...place, measure: 'opened, until the first findings' },
        all.map((one) => one[name].firstMs),
      ),
    );
  }
}
