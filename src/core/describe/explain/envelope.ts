import { message } from '../../finding/message.ts';
import { parseCorrelation } from '../../record/correlation.ts';
import { decodeFlags } from '../../record/flags.ts';
import { parseTime, type ParsedTime } from '../../record/parseTime.ts';
import { formatTicks } from '../../record/ticks.ts';
import type { Explanation } from '../fieldDescription.ts';
import { line, note } from './explanation.ts';

/** Explains the fields of Part A of Microsoft Common Schema: time, sequence, flags, correlation, versions. */
export function explainTime(text: string): readonly Explanation[] {
  const time = parseTime(text);
  if (time === undefined) {
    return [note('noTime')];
  }
  return explainMoment(time, text);
}

/** Explains a time that a text was read as. */
export function explainMoment(time: ParsedTime, text: string): readonly Explanation[] {
  const ticks = String(time.ticks);
  const lines: Explanation[] = [{ ...line('utc', formatTicks(time.ticks)), ticks }, line('ticks', ticks)];
  if (time.zone !== 'utc') {
    lines.push(note(time.zone === 'none' ? 'noZone' : 'offsetZone'));
  }
  if (/:60(?:\.|[^\d.]|$)/.test(text.slice(16))) {
    lines.push(note('leapSecond'));
  }
  if (/\.\d{8}/.test(text)) {
    lines.push(note('belowTick'));
  }
  return lines;
}

/** @param epoch text of the record's epoch, null where it has none. */
export function explainSequence(source: string, epoch: string | null): readonly Explanation[] {
  const lines = [epoch === null ? note('noEpoch') : line('epoch', epoch)];
  if (/^\d+$/.test(source) && BigInt(source) > BigInt(Number.MAX_SAFE_INTEGER)) {
    lines.push(note('exactNumber'));
  }
  return lines;
}

export function explainSampling(source: string): readonly Explanation[] {
  return Number(source) === 0 ? [note('samplingZero')] : [line('samplingRate', message('describe.value.percent', source))];
}

export function explainFlags(source: string): readonly Explanation[] {
  if (!/^-?\d{1,20}$/.test(source)) {
    return [];
  }
  const flags = decodeFlags(BigInt.asUintN(64, BigInt(source)));
  const lines = [flagLine('persistence', flags.persistence), flagLine('latency', flags.latency)];
  if (flags.marks.length > 0) {
    lines.push(line('marks', flags.marks.join(', ')));
  }
  if (flags.unknown !== 0n) {
    lines.push(line('unknownBits', `0x${flags.unknown.toString(16)}`));
  }
  return lines;
}

function flagLine(name: string, value: string | number): Explanation {
  return line(name, typeof value === 'string' ? value : message('describe.value.undocumented', value));
}

export function explainCorrelation(text: string): readonly Explanation[] {
  const correlation = parseCorrelation(text);
  switch (correlation.kind) {
    case 'none':
      return [note('correlationNone')];
    case 'opaque':
      return [note('correlationOpaque')];
    case 'vector':
      return [note('correlationVector'), line('vectorBase', correlation.base), line('vectorElements', correlation.elements.join('.'))];
  }
}

/** Explains a field that has one expected value. */
export function explainExpected(text: string, expected: string): readonly Explanation[] {
  return [text === expected ? note('expected') : note('unexpected', expected)];
}
