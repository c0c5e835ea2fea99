/**
 * `npm run bench` measures how fast the project is, on logs that it invents, and says for each of its goals whether it is
 * reached. It asserts nothing: a slow machine fails no test.
 *
 *     npm run bench -- --only scan,queries   some parts: scan, ladder, variations, formats, open, queries, typical, search, special,
 *                                             sources, typing, activation, webview, vscode
 *     --size 100M,1G                         some sizes: 1K, 10K, 100K, 1M, 10M, 100M, 1G (1.14 GB), 10G
 *     --large                                the 10 GB as well
 *     --millions 1,10,100                    so many millions of records for the queries
 *     --runs N                               so many runs of each
 *     --vscode                               activation inside the real VS Code as well
 *     --json, --markdown                     what is printed on standard output; progress goes to standard error
 *     --readme                               also writes the main tables into docs/benchmarks.md
 *     --no-build                             takes dist/ as it is
 *     --profile                              no figures: where the engine spends its time on each log of the sizes
 *
 * Logs are kept in .vscode-test/bench, up to 7 GB of them (18 GB with --large).
 */
import { activation } from '../test/bench/parts/activation.ts';
import { formats } from '../test/bench/parts/formats.ts';
import { ladder } from '../test/bench/parts/ladder.ts';
import { open } from '../test/bench/parts/open.ts';
import { queries } from '../test/bench/parts/queries.ts';
import { scan } from '../test/bench/parts/scan.ts';
import { search } from '../test/bench/parts/search.ts';
import { sources } from '../test/bench/parts/sources.ts';
import { special } from '../test/bench/parts/special.ts';
import { typical } from '../test/bench/parts/typical.ts';
import { typing } from '../test/bench/parts/typing.ts';
import { variations } from '../test/bench/parts/variations.ts';
import { vscode } from '../test/bench/parts/vscode.ts';
import { webview } from '../test/bench/parts/webview.ts';
import type { BenchContext, Part } from '../test/bench/benchContext.ts';
import type { Figure, NotMeasured } from '../test/bench/figure.ts';
import { writeFigures } from '../test/bench/figuresSection.ts';
import { deleteOldLogs } from '../test/bench/generateLog.ts';
import { type BenchOptions, type PartName, readOptions } from '../test/bench/options.ts';
import { profile } from '../test/bench/profile.ts';
import { type BenchReport, thisMachine } from '../test/bench/report.ts';
import { describeMachine, markdownTable, plainTable, tablesOf } from '../test/bench/tables.ts';
import { versions } from '../test/bench/versions.ts';
import { buildAll } from './build.ts';
import { endOnSignals, temporaryFolder } from './temporaryFolder.ts';

const parts: Readonly<Record<PartName, Part>> = {
  scan,
  ladder,
  variations,
  formats,
  open,
  queries,
  typical,
  search,
  special,
  sources,
  typing,
  activation,
  webview,
  vscode,
};

const startedAt = performance.now();
// Standard output is for the report alone.
console.log = console.error;

function say(what: string): void {
  console.error(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(5)} s  ${what}`);
}

async function measure(options: BenchOptions, scratch: string): Promise<BenchReport> {
  const figures: Figure[] = [];
  const notMeasured: NotMeasured[] = [];
  const context: BenchContext = {
    options,
    scratch,
    say,
    add: (figure) => figures.push(figure),
    miss: (missing) => {
      notMeasured.push(missing);
      say(`not measured: ${missing.subject}: ${missing.reason}`);
    },
  };
  for (const name of options.parts) {
    try {
      await parts[name](context);
    } catch (error) {
      context.miss({ part: name, subject: 'the rest of this part', reason: reasonOf(error) });
    }
  }
  return { date: new Date().toISOString(), machine: thisMachine(), versions: await versions(), figures, notMeasured };
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
}

function print(report: BenchReport, format: BenchOptions['format']): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
    return;
  }
  const write = format === 'markdown' ? markdownTable : plainTable;
  process.stdout.write(`${describeMachine(report)}\nMedians, with the least and the most in parentheses.\n\n`);
  for (const table of tablesOf(report)) {
    process.stdout.write(`${write(table)}\n`);
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  endOnSignals();
  const { path: scratch } = temporaryFolder('bench');
  if (options.build) {
    // A profile needs the functions' names.
    say(options.profile ? 'building dist/' : 'building dist/ as it is shipped');
    await buildAll({ production: !options.profile });
  }
  deleteOldLogs();
  if (options.profile) {
    await profile(options, scratch, say);
  } else {
    const report = await measure(options, scratch);
    print(report, options.format);
    if (options.readme) {
      writeFigures(report);
    }
  }
} catch (error) {
  console.error(`npm run bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
