import { keepCompiledCode } from '../engine/node/compiledCode.ts';
import { cacheFolder } from './cacheFolder.ts';
import { logCommands } from './logCommands.ts';
import { atOnceTo } from './writeAtOnce.ts';
import { run, type Surroundings } from './run.ts';

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

const words = process.argv.slice(2);
// It concerns what is loaded from here on: the build has `run` loaded when it is called. What is kept is what the first run compiled,
// so that this has to be one that reads a log.
if (logCommands.some((command) => command === words[0]) && !words.includes('--help')) {
  keepCompiledCode(cacheFolder(process.env, process.platform));
}
void run(words, surroundings).then((code) => {
  process.exitCode = code;
});
