import type { LogSession } from '../engine/session/logSession.ts';
import type { Coverage, EpochCoverage } from '../protocol/answers/coverage.ts';
import type { Arguments } from './arguments.ts';
import { ask } from './ask.ts';
import type { Output } from './output.ts';
import { visible } from './visible.ts';

/** Epochs and gaps of each that are listed; the totals count all of them. */
const maxEpochs = 10_000;
const maxGaps = 1000;

/** `audit-log coverage`: which sequence numbers are not in the files. */
export async function coverage(session: LogSession, options: Arguments, output: Output): Promise<number> {
  const answer = await ask(session, 'coverage', { epochs: maxEpochs, gaps: maxGaps });
  await output.writeText(options.json ? `${JSON.stringify(report(answer), undefined, 2)}\n` : text(answer));
  return 0;
}

function report({ missing, epochs, epochsTotal }: Coverage): Readonly<Record<string, unknown>> {
  return {
    missing,
    epochs: epochs.map(({ epoch, roleInstance, first, last, seen, missing: own, gaps, gapsTotal }) => ({
      epoch,
      roleInstance,
      first,
      last,
      seen,
      missing: own,
      ranges: gaps.map(({ from, to }) => [from, to]),
      rangesTotal: gapsTotal,
    })),
    epochsTotal,
  };
}

function text({ missing, epochs, epochsTotal }: Coverage): string {
  const lines = [
    `${missing === '1' ? 'One sequence number is' : `${missing} sequence numbers are`} not in this file, in ${epochsTotal === 1 ? 'one epoch' : `${epochsTotal} epochs`}.`,
    ...(epochs.length < epochsTotal ? [`The first ${epochs.length} of ${epochsTotal} epochs:`] : []),
    ...epochs.flatMap(epochLines),
  ];
  return `${lines.join('\n')}\n`;
}

function epochLines({ epoch, roleInstance, first, last, seen, missing, density, gaps, gapsTotal }: EpochCoverage): readonly string[] {
  const writer = roleInstance === null ? visible(epoch) : `${visible(epoch)} on ${visible(roleInstance)}`;
  const shown = gaps.slice(0, 20).map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
  const more = gapsTotal > shown.length ? ` (${shown.length} of ${gapsTotal} ranges)` : '';
  return [
    `${writer}: ${first} to ${last}, ${seen} seen, ${missing} not in this file, ${(density * 100).toFixed(1)} % there`,
    ...(shown.length === 0 ? [] : [`  not in this file: ${shown.join(', ')}${more}`]),
  ];
}
