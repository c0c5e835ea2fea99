import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import type { BenchContext } from '../benchContext.ts';
import { outputOf, runChild } from '../engineProcess.ts';
import { atMost, figure } from '../figure.ts';

interface Activated {
  readonly loadMs: number;
  readonly activateMs: number;
}

/** Loading and activating the extension's bundle in a fresh process, with nothing behind `vscode`. */
export async function activation({ options, add, say }: BenchContext): Promise<void> {
  const all: Activated[] = [];
  const runs = options.runs ?? 15;
  say(`activation, ${runs} processes`);
  for (let run = 0; run < runs; run++) {
    all.push(outputOf(await runChild('activateExtension', [join(root, 'dist/extension.js')])) as Activated);
  }
  const name = { part: 'activation', on: 'a fresh process, nothing behind vscode', measure: 'measured', unit: 'ms' } as const;
  add(
    figure(
      { ...name, subject: 'bundle loaded' },
      all.map(({ loadMs }) => loadMs),
    ),
  );
  add(
    figure(
      { ...name, subject: 'activated' },
      all.map(({ activateMs }) => activateMs),
    ),
  );
  const both = all.map(({ loadMs, activateMs }) => loadMs + activateMs);
  add(figure({ ...name, subject: 'loaded and activated', goal: atMost(30) }, both));
}
