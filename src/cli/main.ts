import { run } from './run.ts';

void run(process.argv.slice(2), { input: process.stdin, output: process.stdout, errors: process.stderr }).then((code) => {
  process.exitCode = code;
});
