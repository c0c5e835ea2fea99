import { join } from 'node:path';
import { translateQuery } from '../../../src/core/query/translate/translateQuery.ts';
import { compileRegex } from '../../../src/engine/regex/compileRegex.ts';
import type { BenchContext } from '../benchContext.ts';
import { cliScript, engineScript, outputOf, runChild } from '../engineProcess.ts';
import { figure } from '../figure.ts';
import { generateLog } from '../generateLog.ts';
import { measureProcess } from '../measureProcess.ts';
import { versionOf } from '../otherTools.ts';

const part = 'typical';
const million = 1_000_000;
const threads = 2;

/** What people ask of an audit log, and the condition that they would write for jq, where one reading of the log is enough. */
const questions: readonly (readonly [filter: string, jq?: string])[] = [
  ['resultGroup:failure', '.resultType == "Failure" or .resultType == "Timeout"'],
  ['operation:SetCurrentPolicy', '.operationName == "SetCurrentPolicy"'],
  ['caller.UPN:user7@contoso.com', 'any(.callerIdentities[]; .callerIdentity == "user7@contoso.com")'],
  [
    'caller.UPN:user7@contoso.com resultGroup:(failure, clientError)',
    'any(.callerIdentities[]; .callerIdentity == "user7@contoso.com") and .resultType != "Success"',
  ],
  ['instance:contoso17', 'any(.targetResources[]; .targetResourceName | endswith("/contoso17"))'],
  [
    'instance:contoso1* operation:DestroyInstance',
    'any(.targetResources[]; .targetResourceName | contains("/contoso1")) and .operationName == "DestroyInstance"',
  ],
  [
    'operation:(DestroyInstance, RemovePolicyCertificate) -region:UKSouth',
    '(.operationName == "DestroyInstance" or .operationName == "RemovePolicyCertificate") and all(.targetResources[]; .targetResourceName != "UKSouth")',
  ],
  ['ip:203.0.113.7', '.callerIpAddress == "203.0.113.7"'],
  ['time:last-1h'],
  ['resultDescription:*busy*', '.resultDescription // "" | contains("busy")'],
];

const filters = questions.map(([filter]) => filter);

interface Answer {
  readonly counted: number;
  readonly ms: readonly number[];
}

/**
 * Ten typical questions: to a log that is open, to DuckDB over the table that is exported from it, by the filters' translations,
 * and to jq, as people would ask it, which reads the whole file each time. All must find as many records.
 */
export async function typical(context: BenchContext): Promise<void> {
  for (const millions of context.options.millions.filter((one) => one <= 1 || context.options.sizes.includes('10G'))) {
    if (millions <= 10) {
      await askAll(millions * million, context);
    }
  }
}

async function askAll(records: number, context: BenchContext): Promise<void> {
  const { options, add, say, miss, scratch } = context;
  const log = generateLog({ records, cardinality: 'low', shapes: 1 });
  const runs = options.runs ?? 5;
  const on = `${log.title}: the count and the newest 100 records`;
  const compare = (measure: string, number: number, { counted, ms }: Answer): void => {
    const subject = filters[number]!;
    const expected = ours[number]!.counted;
    if (counted === expected) {
      add(figure({ part, on, subject, measure, unit: 'ms' }, ms));
    } else {
      miss({ part, subject: `${subject}, ${measure}`, reason: `it found ${counted} records, not ${expected}` });
    }
  };
  say(`typical questions, ${log.title}, audit-log`);
  const ours = outputOf(await runChild('askTypical', [engineScript, log.path, runs, JSON.stringify(filters)])) as readonly Answer[];
  ours.forEach((answer, number) => compare('audit-log', number, answer));
  say(`typical questions, ${log.title}, the table`);
  const table = join(scratch, 'log.parquet');
  const exported = [cliScript, 'records', log.path, '--format', 'parquet', '--fields', 'caller.UPN,resultDescription', '--out', table];
  await measureProcess(process.execPath, exported);
  say(`typical questions, ${log.title}, DuckDB`);
  const conditions = filters.map(duckDbCondition);
  const theirs = outputOf(await runChild('askDuckdb', [table, threads, runs, JSON.stringify(conditions)])) as readonly Answer[];
  theirs.forEach((answer, number) => compare('DuckDB', number, answer));
  if (versionOf('jq') === undefined) {
    miss({ part, subject: 'jq', reason: 'not installed' });
    return;
  }
  // Each question takes jq minutes at ten million records: one shows how long.
  for (const [number, [filter, condition]] of questions.slice(0, records > million ? 1 : undefined).entries()) {
    if (condition !== undefined) {
      say(`typical questions, ${log.title}, jq: ${filter}`);
      const count = `reduce (inputs | select(${condition})) as $found (0; . + 1)`;
      const { wallMs, output } = await measureProcess('jq', ['-n', count, log.path]);
      compare('jq', number, { counted: Number(output), ms: [wallMs] });
    }
  }
}

/** What stands after WHERE, about a table of the name `log`. */
function duckDbCondition(filter: string): string {
  const translation = translateQuery(filter, 'duckdb', { compileRegex, say: ({ code }) => code });
  if (!translation.ok) {
    throw new Error(`${filter} has no translation`);
  }
  const text = translation.text.trim().replaceAll("'log.parquet'", 'log');
  return text.slice(text.indexOf('WHERE ') + 'WHERE '.length).replace(/;$/, '');
}
