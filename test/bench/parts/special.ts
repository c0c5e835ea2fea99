import { closeSync, copyFileSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchContext } from '../benchContext.ts';
import { checkRecords, engineScript, outputOf, runChild, runSummary } from '../engineProcess.ts';
import { figure } from '../figure.ts';
import { generateLog } from '../generateLog.ts';
import { invent } from '../inventedLog.ts';
import type { ProcessCost } from '../measureProcess.ts';
import { logSizes } from '../options.ts';
import { compressed } from './compressed.ts';

const part = 'special';
const rounds = 3;
const megabyte = 1e6;
/** Of about 1.65 KB each: 500 MB. */
const listRecords = 302_000;
const bombMembers = 20;

/** Logs that are not simply large: one that grows, that is a single line, that is mostly emptiness, well compressed; gzip; many files. */
export async function special(context: BenchContext): Promise<void> {
  await growing(context);
  const list = join(context.scratch, 'list.audit.json');
  writeList(list);
  await whole(context, 'a list of 500 MB on one line', list, listRecords);
  const bomb = join(context.scratch, 'bomb.audit.ndjson.gz');
  writeBomb(bomb);
  await whole(context, 'a gzip of 1 MB that holds a record and a gigabyte of blanks', bomb, 1);
  await compressed(context);
}

async function growing({ options, add, say, scratch }: BenchContext): Promise<void> {
  say('special, a log that grows');
  const path = join(scratch, 'growing.audit.ndjson');
  copyFileSync(generateLog({ records: logSizes['100M'], cardinality: 'low', shapes: 1 }).path, path);
  const addition = generateLog({ records: logSizes['1M'], cardinality: 'low', shapes: 1 }).path;
  const { times } = outputOf(await runChild('growLog', [engineScript, path, addition, options.runs ?? 5])) as {
    readonly times: readonly number[];
  };
  const name = {
    part,
    on: 'low cardinality, one shape, 100 MB',
    subject: '1 MB more, read and told',
    measure: 'wall',
    unit: 'ms',
  } as const;
  add(figure(name, times));
}

async function whole({ options, add, say }: BenchContext, subject: string, path: string, records: number): Promise<void> {
  const costs: ProcessCost[] = [];
  for (let round = 0; round < (options.runs ?? rounds); round++) {
    say(`special, ${subject}`);
    costs.push(checkRecords(await runSummary(path, 2), records));
  }
  const name = { part, on: 'audit-log summary, whole processes', subject } as const;
  add(
    figure(
      { ...name, measure: 'wall', unit: 'ms' },
      costs.map(({ wallMs }) => wallMs),
    ),
  );
  const peaks = costs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes / megabyte]));
  if (peaks.length > 0) {
    add(figure({ ...name, measure: 'peak memory', unit: 'MB' }, peaks));
  }
}

function writeList(path: string): void {
  const file = openSync(path, 'w');
  try {
    let before = '[';
    for (const line of invent({ records: listRecords, cardinality: 'low', shapes: 1 })) {
      writeSync(file, before + line.trimEnd());
      before = ',';
    }
    writeSync(file, ']');
  } finally {
    closeSync(file);
  }
}

/** Members of a gzip that stand one after the other are one content. */
function writeBomb(path: string): void {
  const record = gzipSync('{"operationName":"SetCurrentPolicy","resultType":"Success"}\n');
  const blanks = gzipSync(Buffer.alloc(50 * megabyte, ' '));
  writeFileSync(path, Buffer.concat([record, ...Array.from({ length: bombMembers }, () => blanks)]));
}
