import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { packageExtension } from '../../../scripts/package.ts';
import { root, vsixPath } from '../../../scripts/paths.ts';
import { openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import type { BenchContext } from '../benchContext.ts';
import { atMost, figure } from '../figure.ts';
import { hostMemory } from './hostMemory.ts';

const manifest = 'extension/package.json';
/** Milliseconds after which VS Code's own extensions have started. */
const startOfOthers = 6000;
const activating = 2000;

/**
 * Activation as the real VS Code tells it under *Running Extensions*. It counts from when it begins to look at an extension:
 * where several activate at once, as when a window opens with a JSON file, the loading of those before it is counted in.
 * So it is measured twice: with the window, and for itself, by a command in a window at rest.
 */
export async function vscode(context: BenchContext): Promise<void> {
  const { options, add, say, scratch } = context;
  await packageExtension();
  await hostMemory(context);
  const commandsOnly = join(scratch, 'commands-only.vsix');
  writeFileSync(commandsOnly, withoutEvents(readFileSync(vsixPath)));
  const atRest: number[] = [];
  const withWindow: number[] = [];
  const runs = options.runs ?? 5;
  for (let run = 1; run <= runs; run++) {
    say(`activation in VS Code, round ${run} of ${runs}`);
    atRest.push(await timeAtRest(commandsOnly));
    withWindow.push(await timeWithWindow());
  }
  const name = { part: 'vscode', on: 'VS Code’s server, Node host', measure: 'measured', unit: 'ms' } as const;
  add(figure({ ...name, subject: 'activation in a window at rest', goal: atMost(30) }, atRest));
  add(figure({ ...name, subject: 'activation as a window opens, others counted in' }, withWindow));
}

/** The package, which nothing but its commands and its editor activates. */
function withoutEvents(vsix: Uint8Array): Uint8Array {
  const files = unzipSync(vsix);
  const { activationEvents: _, ...rest } = JSON.parse(strFromU8(files[manifest]!)) as Record<string, unknown>;
  return zipSync({ ...files, [manifest]: strToU8(JSON.stringify(rest)) });
}

async function timeAtRest(vsix: string): Promise<number> {
  const opened = await openVSCode({ vsix, size });
  try {
    await setTimeout(startOfOthers);
    await opened.runCommand('Audit Log: Show Log');
    // The list must not be opened while it still lacks the time.
    await setTimeout(activating);
    return await reportedTime(opened);
  } finally {
    await opened.close();
  }
}

async function timeWithWindow(): Promise<number> {
  const opened = await openVSCode({ file: join(root, 'media/samples/documented-sample.audit.ndjson'), size });
  try {
    await opened.webview().locator('#row-0').waitFor({ timeout: 30_000 });
    return await reportedTime(opened);
  } finally {
    await opened.close();
  }
}

/** The list is sorted by time, and has no rows for what is out of sight. */
const size = { width: 1280, height: 2400 };

async function reportedTime({ page, runCommand }: Awaited<ReturnType<typeof openVSCode>>): Promise<number> {
  await runCommand('Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Audit Log Viewer' });
  const text = await row.locator('.activation-time').innerText({ timeout: 30_000 });
  const found = /(\d+)\s*ms/.exec(text)?.[1];
  if (found === undefined) {
    throw new Error(`VS Code tells no time of activation: ${text}`);
  }
  return Number(found);
}
