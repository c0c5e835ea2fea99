import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import type { Figure } from './figure.ts';
import type { BenchReport } from './report.ts';
import { describeMachine, goalTable, markdownTable, pivotTable } from './tables.ts';

const begin = '<!-- npm run bench -- --readme: begin -->';
const end = '<!-- npm run bench -- --readme: end -->';

/** Replaces the tables of figures in docs/benchmarks.md; the README's short table is edited by hand. */
export function writeFigures(report: BenchReport): void {
  const path = join(root, 'docs/benchmarks.md');
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) {
    throw new Error(`docs/benchmarks.md lacks the markers ${begin} and ${end}`);
  }
  writeFileSync(path, `${text.slice(0, from + begin.length)}\n${figuresSection(report)}${text.slice(to)}`);
}

/** Whole processes over large logs, typical questions, how cost grows with size, and the worst figure for each goal. */
function figuresSection(report: BenchReport): string {
  const { figures } = report;
  const scans = figures.filter(({ part, on, measure }) => part === 'scan' && /^low.*one shape.* GB$/.test(on) && measure !== 'user CPU');
  const steps = figures.filter(({ part, unit, on }) => part === 'ladder' && unit !== 'µs' && on.includes('whole processes'));
  const asked = figures.filter(({ part }) => part === 'typical');
  const goals = [...Map.groupBy(figures, ({ part, subject, measure }) => `${part} ${subject} ${measure}`).values()].flatMap(worst);
  const tables = [
    ...[...Map.groupBy(scans, ({ on }) => on)].map(([on, own]) => pivotTable(`Whole processes over one log: ${on}`, own)),
    ...[...Map.groupBy(asked, ({ on }) => on)].map(([on, own]) => pivotTable(`Ten typical questions, ${on}`, own)),
    ...(steps.length === 0 ? [] : [pivotTable('How cost grows with size', steps)]),
    ...(goals.length === 0 ? [] : [goalTable('Goals, each with its worst result', goals)]),
  ];
  const intro = `${describeMachine(report)}. Medians, with the least and the most in parentheses.`;
  return `\n${[intro, '', ...tables.map(markdownTable)].join('\n')}\n`;
}

/** The figure with a goal that is farthest on the wrong side of it. */
function worst(figures: readonly Figure[]): readonly Figure[] {
  const distance = ({ median, goal }: Figure): number =>
    goal === null ? -Infinity : goal.kind === 'atMost' ? median / goal.value : goal.value / median;
  const [first] = figures.filter(({ goal }) => goal !== null).toSorted((left, right) => distance(right) - distance(left));
  return first === undefined ? [] : [first];
}
