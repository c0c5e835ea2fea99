import { run, type Surroundings } from './run.ts';
import { atOnceTo } from './writeAtOnce.ts';

// Each of them takes milliseconds to open, and not all are needed.
const surroundings: Surroundings = {
  get input() {
    return process.stdin;
  },
  get output() {
    return process.stdout;
  },
  outputAtOnce: atOnceTo(1),
  get errors() {
    return process.stderr;
  },
};

void run(process.argv.slice(2), surroundings).then((code) => {
  process.exitCode = code;
});
