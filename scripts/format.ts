/** `npm run format` rewrites all files in the project's format; `npm run check` only says which differ. */
import { packageProgram } from './paths.ts';
import { run } from './run.ts';

const { code } = await run(packageProgram('prettier'), ['--write', '--log-level', 'warn', '.']);
process.exitCode = code;
