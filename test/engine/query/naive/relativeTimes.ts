import { some, type Item } from './items.ts';
import { ticksOf, unitOf } from './quantities.ts';

const ticksOfUnit: readonly (readonly [unit: string, ticks: bigint])[] = [
  ['s', 10_000_000n],
  ['m', 600_000_000n],
  ['h', 36_000_000_000n],
  ['d', 864_000_000_000n],
  ['w', 6_048_000_000_000n],
];

/** A time that counts back from the latest of a log, which is as far back as one of them where its unit allows that. */
export function makeRelativeTime(times: readonly string[], picks: readonly number[]): Item {
  const ticks = times.flatMap((text) => ticksOf(text, false) ?? []);
  const latest = ticks.reduce<bigint | undefined>((most, one) => (most === undefined || one > most ? one : most), undefined);
  const back = (at: number): { readonly text: string; readonly from: bigint; readonly ticksBack: bigint } => {
    const [unit, length] = ticksOfUnit[picks[at]! % ticksOfUnit.length]!;
    const count = ((latest ?? 0n) - (ticks[picks[at + 1]! % Math.max(1, ticks.length)] ?? 0n)) / length;
    return { text: `last-${count}${unit}`, from: (latest ?? 0n) - count * length, ticksBack: count * length };
  };
  const make = (text: string, holds: (time: bigint) => boolean, kind: string): Item => ({
    text,
    test: some((value) => {
      const time = ticksOf(value, false);
      return latest !== undefined && time !== undefined && holds(time);
    }),
    kind: `relative ${kind}`,
  });
  const [early, late] = [back(0), back(2)].toSorted((a, b) => Number(b.ticksBack - a.ticksBack)) as [
    ReturnType<typeof back>,
    ReturnType<typeof back>,
  ];
  const day = unitOf('2021-07-29');
  switch (picks[4]! % 9) {
    case 0:
      return make(`:${early.text}..${late.text}`, (time) => early.from <= time && time <= late.from, 'range');
    case 1:
      return make(`:..${early.text}`, (time) => time <= early.from, 'to');
    case 2:
      return make(`:2021-07-29..${late.text}`, (time) => day[0] <= time && time <= late.from, 'from a day');
    case 3:
      return make(`:${early.text}..2021-07-29`, (time) => early.from <= time && time <= day[1], 'to a day');
    case 4:
      return make(`>${early.text}`, (time) => time > early.from, '>');
    case 5:
      return make(`<${late.text}`, (time) => time < late.from, '<');
    case 6:
      return make(`<=${late.text}`, (time) => time <= late.from, '<=');
    case 7:
      return make(`>=${late.text}`, (time) => time >= late.from, '>=');
    default:
      return make(`:${early.text}`, (time) => time >= early.from, 'from');
  }
}
