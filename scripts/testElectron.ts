/**
 * `npm run test:electron`: the suites of test/vscode/suites in desktop VS Code, by @vscode/test-electron.
 *
 * That downloads VS Code from its maker, so it is for machines that can reach it; it ends with code 3 where that fails.
 * On Linux without a display, run it under `xvfb-run`.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { packageExtension } from './package.ts';
import { cacheFolder, root } from './paths.ts';
import { type Tally, describeTally, one, sum } from './report.ts';
import { endOnSignals, temporaryFolder } from './temporaryFolder.ts';
import { chosenSuites } from './vscode/bundleSuites.ts';
import type { VSCodeVersion } from './vscode/installVSCode.ts';
import { prepareExtension } from './vscode/runSuites.ts';
import { TestResults } from './vscode/testResults.ts';
import { writeCorpus } from './vscode/writeCorpus.ts';

/** Newest and oldest, as with the served VS Code. */
const versions: Readonly<Record<VSCodeVersion, string>> = { '1.139': '1.139.1', '1.100': '1.100.3' };

async function download(version: VSCodeVersion): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: versions[version], cachePath: cacheFolder, timeout: 30_000 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      `Desktop VS Code ${versions[version]} cannot be downloaded here (${reason}); npm test runs the same suites without that.`,
    );
    process.exit(3);
  }
}

async function runInDesktop(version: VSCodeVersion): Promise<Tally> {
  const vscodeExecutablePath = await download(version);
  const { path: folder, delete: deleteFolder } = temporaryFolder('electron');
  try {
    const extension = join(folder, 'extension');
    const workspace = join(folder, 'workspace');
    await prepareExtension(extension, 'node', chosenSuites('node', version === '1.139' ? 'everything' : 'smoke', []));
    cpSync(join(root, 'test/vscode/workspace'), workspace, { recursive: true });
    writeCorpus(workspace);
    console.log(`Desktop VS Code ${versions[version]}`);
    const results = new TestResults('node', version);
    const output = linesTo((line) => results.take(line));
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(extension, 'suites.js'),
      launchArgs: [
        workspace,
        '--disable-workspace-trust',
        '--user-data-dir',
        join(folder, 'data'),
        '--extensions-dir',
        join(folder, 'others'),
      ],
      stdout: output,
      stderr: output,
    }).then(
      () => results.vscodeEnded('it closed'),
      (error: unknown) => results.vscodeEnded(String(error)),
    );
    const tally = await results.finished();
    if (tally.failed > 0) {
      console.log(results.otherOutput());
    }
    return tally;
  } finally {
    deleteFolder();
  }
}

/** A stream that hands on what is written to it line by line. */
function linesTo(take: (line: string) => void): Writable {
  let rest = '';
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(take);
      done();
    },
  });
}

endOnSignals();
await packageExtension();
const tallies: Tally[] = [];
for (const version of ['1.139', '1.100'] as const) {
  tallies.push(
    await runInDesktop(version).catch((error: unknown) => {
      console.error(error);
      return one('failed', `desktop VS Code ${version}: ${String(error)}`);
    }),
  );
}
const total = sum(tallies);
console.log(`\n${describeTally(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
