import { join } from 'node:path';
import { packageExtension } from '../../package.ts';
import { root } from '../../paths.ts';
import { openVSCode } from '../../vscode/openVSCode.ts';
import type { BenchContext } from '../benchContext.ts';
import { atMost, figure } from '../figure.ts';

/** Activation as the real VS Code tells it under *Running Extensions*: its own work for an extension comes on top of ours. */
export async function vscode({ options, add, say }: BenchContext): Promise<void> {
  await packageExtension();
  const times: number[] = [];
  const runs = options.runs ?? 3;
  for (let run = 1; run <= runs; run++) {
    say(`activation in VS Code, round ${run} of ${runs}`);
    times.push(await activationTime());
  }
  add(
    figure(
      { part: 'vscode', on: 'VS Code’s server, Node host', subject: 'activation', measure: 'measured', unit: 'ms', goal: atMost(30) },
      times,
    ),
  );
}

async function activationTime(): Promise<number> {
  const opened = await openVSCode({ file: join(root, 'media/samples/documented-sample.audit.ndjson') });
  try {
    await opened.webview().locator('#row-0').waitFor({ timeout: 30_000 });
    await opened.runCommand('Developer: Show Running Extensions');
    const row = opened.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Audit Log Viewer' });
    const text = await row.locator('.activation-time').innerText({ timeout: 10_000 });
    const found = /(\d+)\s*ms/.exec(text)?.[1];
    if (found === undefined) {
      throw new Error(`VS Code tells no time of activation: ${text}`);
    }
    return Number(found);
  } finally {
    await opened.close();
  }
}
