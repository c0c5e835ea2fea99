import { type Figure, isReached, type Unit } from './figure.ts';
import type { BenchReport, Machine } from './report.ts';
import { digits } from './text.ts';

export interface Table {
  readonly title: string;
  /** The first row is the head. */
  readonly rows: readonly (readonly string[])[];
}

/** The report as tables: one for each part and log, then the goals, then what is missing. */
export function tablesOf({ figures, notMeasured }: BenchReport): readonly Table[] {
  const goals = figures.filter(({ goal }) => goal !== null);
  return [
    ...[...Map.groupBy(figures, ({ part, on }) => `${part}: ${on}`)].map(([title, own]) => pivotTable(title, own)),
    ...(goals.length === 0 ? [] : [goalTable('goals', goals)]),
    ...(notMeasured.length === 0
      ? []
      : [
          {
            title: 'not measured',
            rows: [['part', 'what', 'why'], ...notMeasured.map(({ part, subject, reason }) => [part, subject, reason])],
          },
        ]),
  ];
}

/** The machine and what ran on it, in one sentence. */
export function describeMachine({ machine, versions, date }: Pick<BenchReport, 'machine' | 'versions' | 'date'>): string {
  return `${machineText(machine)}; ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}; ${date.slice(0, 10)}`;
}

function machineText({ cores, processor, memoryBytes, system }: Machine): string {
  return `${cores} cores (${processor}), ${Math.round(memoryBytes / 2 ** 30)} GiB of memory, ${system}`;
}

/** Subjects down, measures across. */
export function pivotTable(title: string, figures: readonly Figure[]): Table {
  const subjects = [...new Set(figures.map(({ subject }) => subject))];
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const cell = (subject: string, measure: string): string => {
    const found = figures.find((figure) => figure.subject === subject && figure.measure === measure);
    return found === undefined ? '' : measured(found);
  };
  const rows = [['', ...measures], ...subjects.map((subject) => [subject, ...measures.map((measure) => cell(subject, measure))])];
  return { title, rows };
}

/** Figures that have a goal, and whether each is reached. */
export function goalTable(title: string, figures: readonly Figure[]): Table {
  const rows = figures.map((figure) => {
    const { part, on, subject, measure, unit, goal } = figure;
    const what = measure === 'measured' ? subject : `${subject}, ${measure}`;
    const asked = `${goal!.kind === 'atMost' ? 'at most' : 'at least'} ${quantity(goal!.value, unit)}`;
    return [`${part}: ${what}`, on, measured(figure), asked, isReached(figure, goal!) ? 'reached' : 'not reached'];
  });
  return { title, rows: [['goal', 'on', 'measured', 'asked', ''], ...rows] };
}

/** The median, and least and most where there were several runs. */
function measured({ median, least, most, runs, unit }: Figure): string {
  const spread = runs === 1 ? '' : ` (${digits(least)} to ${digits(most)})`;
  return `${quantity(median, unit)}${spread}`;
}

function quantity(value: number, unit: Unit): string {
  return unit === '×' ? `${digits(value)}×` : `${digits(value)} ${unit}`;
}

/** A table for a terminal: the first column to the left, the others to the right. */
export function plainTable({ title, rows }: Table): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines, ''].join('\n');
}

export function markdownTable({ title, rows }: Table): string {
  const line = (row: readonly string[]): string => `| ${row.map((text) => text.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [
    `**${title}**`,
    '',
    line(head!),
    `|${head!.map((_, column) => (column === 0 ? '---|' : '--:|')).join('')}`,
    ...body.map(line),
    '',
  ].join('\n');
}
