/**
 * Compiles the kernel (`src/engine/kernel/assembly`) from AssemblyScript to WebAssembly at build time, and writes the bytes as
 * base64 into a module: the engine of the web cannot read files beside its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageProgram, root } from './paths.ts';
import { runOrThrow } from './run.ts';

const sources = join(root, 'src/engine/kernel/assembly');
const outputFolder = join(root, 'src/engine/kernel/generated');
const target = join(outputFolder, 'kernelBytes.js');

/** Memory is laid out by `layout.ts`, and never grows. */
const pages = 104;

/** Writes the module anew if a source or this generator has changed. */
export async function generateKernel(): Promise<void> {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  sourceNames().forEach((name) => hash.update(name).update(readFileSync(join(sources, name))));
  const stamp = `// ${hash.digest('hex')}`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(stamp)) {
    return;
  }
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(
    join(outputFolder, 'kernelBytes.d.ts'),
    '/** The bytes of the WebAssembly module, in base64. */\nexport declare const kernelBytes: string;\n',
  );
  writeFileSync(target, `${stamp}\nexport const kernelBytes = '${Buffer.from(await compile()).toString('base64')}';\n`);
}

/** All of them are entries: what they export is what JavaScript may call. */
function sourceNames(): readonly string[] {
  return readdirSync(sources)
    .filter((name) => name.endsWith('.ts'))
    .toSorted();
}

/** The compiler runs as a program: its types would make all of AssemblyScript's functions known to our sources. */
async function compile(): Promise<Uint8Array> {
  const output = join(outputFolder, 'kernel.wasm');
  const entry = [...sourceNames(), '--baseDir', sources, '--outFile', output];
  const memory = ['--initialMemory', String(pages), '--maximumMemory', String(pages)];
  // Without a runtime and without imports: nothing is allocated, and nothing is asked of JavaScript.
  const bare = ['--runtime', 'stub', '--noAssert', '--use', 'abort='];
  await runOrThrow(packageProgram('asc'), [...entry, '-O3', '--enable', 'simd', ...bare, ...memory]);
  const compiled = readFileSync(output);
  rmSync(output);
  return compiled;
}

if (import.meta.main) {
  await generateKernel();
}
