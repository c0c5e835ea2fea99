import { attestationId } from '../core/formats/attestation/attestationFormat.ts';
import type { LogSession } from '../engine/session/logSession.ts';
import type { Summary } from '../protocol/answers/snapshot.ts';
import type { Arguments } from './arguments.ts';
import { ask } from './ask.ts';
import { steadyClock } from '../engine/scheduling/clock.ts';
import { grouped } from './grouped.ts';
import type { Output } from './output.ts';
import { visible } from './visible.ts';

/** `audit-log summary`: what a log holds, in numbers. */
export async function summary(session: LogSession, options: Arguments, output: Output, startedAt: number): Promise<number> {
  const answer = await ask(session, 'summary', { query: options.where, top: options.top });
  if (!options.json) {
    await output.writeText(summaryText(answer));
    return 0;
  }
  const { snapshot: _, sources, ...rest } = answer;
  const report = {
    ...rest,
    sources: sources.map(({ name, ...source }) => ({ path: name, ...source })),
    elapsedMs: Math.round(steadyClock() - startedAt),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
  await output.writeText(`${JSON.stringify(report, undefined, 2)}\n`);
  return 0;
}

function summaryText(answer: Summary): string {
  const { sources, records, time, resultGroups, findings } = answer;
  const lines = [
    ...sources.map(
      ({ name, container, decodedBytes, records: own, formats }) =>
        `${visible(name)}: ${container}, ${grouped(decodedBytes)} bytes, ${counted(own, 'record')}${formatsText(formats)}`,
    ),
    `records  ${grouped(records)}`,
    `time     ${time.first === null ? 'none' : `${visible(time.first)} to ${visible(time.last ?? '')}`}`,
    `results  ${grouped(resultGroups.success)} success, ${grouped(resultGroups.clientError)} client error, ${grouped(resultGroups.failure)} failure, ${grouped(resultGroups.other)} other`,
    `findings ${counted(findings.error, 'error')}, ${counted(findings.warning, 'warning')}, ${counted(findings.information, 'note')}`,
    ...section('operations', answer.operations),
    ...section('results', answer.results),
    ...section('callers', answer.callers, answer.distinct.callers),
    ...Object.entries(answer.targets).flatMap(([type, names]) => section(`targets: ${type}`, names, answer.distinct.targets[type])),
    ...section('findings', findings.byCode),
  ];
  return `${lines.join('\n')}\n`;
}

/** Nothing where all are of Attestation, as most are. */
function formatsText(formats: Readonly<Record<string, number>>): string {
  const names = Object.keys(formats);
  return names.every((name) => name === attestationId)
    ? ''
    : ` (${names.map((name) => `${visible(name)} ${grouped(formats[name] ?? 0)}`).join(', ')})`;
}

function section(title: string, counts: Readonly<Record<string, number>>, distinct?: number): readonly string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) {
    return [];
  }
  const cut = distinct !== undefined && distinct > entries.length ? ` (${entries.length} of ${distinct})` : '';
  // There may be more entries than a call may have arguments.
  const width = entries.reduce((most, [, count]) => Math.max(most, grouped(count).length), 0);
  return ['', `${visible(title)}${cut}`, ...entries.map(([name, count]) => `  ${grouped(count).padStart(width)}  ${visible(name)}`)];
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
