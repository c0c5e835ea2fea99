import { join } from 'node:path';
import type { BenchContext } from '../benchContext.ts';
import { engineScript, outputOf, runChild } from '../engineProcess.ts';
import { atMost, figure, type Goal, type Unit } from '../figure.ts';
import { type BenchLog, generateLog } from '../generateLog.ts';
import { type LogSize, logSizes } from '../options.ts';

const part = 'open';

interface Opened {
  readonly records: number;
  readonly snapshots: number;
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly answeredMs: number;
  readonly maxGapMsLength: number;
  readonly heldMs: number;
  readonly peakBytes: number;
  readonly page: string;
  readonly searchStatus: string;
  readonly searchMs: number;
  readonly stopMs: number;
}

/** Opening a log as the extension does, seen from the host: what a user waits for, and what the editor feels of it. */
export async function open(context: BenchContext): Promise<void> {
  for (const size of ['1M', '100M', '1G', '10G'] as const) {
    if (context.options.sizes.includes(size)) {
      await openOne(generateLog({ records: logSizes[size], cardinality: 'low', shapes: 1 }), size, context);
      if (size === '1G') {
        await openOne(generateLog({ records: logSizes[size], cardinality: 'high', shapes: 6 }), size, context);
      }
    }
  }
}

async function openOne(log: BenchLog, size: LogSize, { options, add, say, scratch }: BenchContext): Promise<void> {
  await runChild('countNewlines', [log.path]);
  const runs = options.runs ?? (size === '10G' ? 1 : size === '1G' ? 3 : 5);
  const all: Opened[] = [];
  for (let run = 1; run <= runs; run++) {
    say(`open, ${log.title}, round ${run} of ${runs}`);
    all.push(checked(outputOf(await runChild('openLog', [engineScript, log.path, join(scratch, 'small.ndjson')])) as Opened, log));
  }
  const report = (subject: string, unit: Unit, of: (opened: Opened) => number, goal?: Goal): void =>
    add(figure({ part, on: log.title, subject, measure: 'measured', unit, goal }, all.map(of)));
  report('first snapshot, the engine’s start included', 'ms', ({ firstMs }) => firstMs, atMost(100));
  report('longest time between snapshots', 'ms', ({ maxGapMsLength }) => maxGapMsLength, atMost(250));
  report('all read', 'ms', ({ wholeMs }) => wholeMs);
  report('all read and the newest 100 records answered', 'ms', ({ answeredMs }) => answeredMs);
  report('host thread held at most', 'ms', ({ heldMs }) => heldMs, atMost(20));
  report('reading stopped half-way, the engine free again', 'ms', ({ stopMs }) => stopMs, atMost(50));
  if (all.every(({ searchStatus }) => searchStatus === 'cancelled')) {
    report('search in the source text cancelled', 'ms', ({ searchMs }) => searchMs, atMost(50));
  }
  report('peak memory of host and engine', 'MB', ({ peakBytes }) => peakBytes / 1e6);
}

function checked(opened: Opened, { records }: BenchLog): Opened {
  if (opened.records !== records || opened.page !== 'ok') {
    throw new Error(`it read ${opened.records} records of ${records}, and a page was answered with ${opened.page}`);
  }
  return opened;
}
