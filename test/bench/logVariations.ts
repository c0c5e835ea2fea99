import { createRandom, type Random } from '../../scripts/sample/random.ts';

/** What a writer may do otherwise in each record, and a log is no less sound for it. */
export type LogVariation = 'escapes' | 'solidi' | 'nesting' | 'order' | 'selection' | 'pairs' | 'spelling' | 'mixture';

type Line = (line: string, index: number, random: Random) => string;

const seed = 11;

/** What is done to the lines of a log, one line after the other. */
const lineOf: Readonly<Record<LogVariation, Line>> = {
  // Names as Windows writes them, and what the JSON writers of .NET escape.
  escapes: (line, index) =>
    line
      .replace(/"User (\d+)"/, index % 2 === 0 ? String.raw`"DOM\\user$1"` : String.raw`"J\u00f6rg $1"`)
      .replace('"resultDescription":null', String.raw`"resultDescription":"said \"no\" to ${index % 1000}"`)
      .replace(/(\.\d{7})Z"/, String.raw`$1\u002B00:00"`),
  // PHP escapes each solidus, so that every resource id has eight escapes.
  solidi: (line) => line.replaceAll('/', String.raw`\/`),
  nesting: (line, _, random) => `${line.slice(0, -2)},"properties":${JSON.stringify({ a: nested(random, 0), b: nested(random, 0) })}}\n`,
  order: (line, _, random) => withMembers(line, (members) => shuffled(members, random)),
  selection: (line, _, random) =>
    withMembers(line, (members) => members.filter((member) => !member.endsWith(':null') || random.chance(0.5))),
  // In the order of the alphabet, as many a tool puts them.
  pairs: (line) => line.replaceAll(/\{("\w+Type":"[^"]*"),("\w+":"[^"]*")\}/g, '{$2,$1}'),
  // Of which there is something to say in almost every record.
  spelling: (line) => line.replace('"Success"', '"success"'),
  mixture: (line, index, random) => lineOf[random.pick(all)](line, index, random),
};

const all = ['escapes', 'solidi', 'nesting', 'order', 'selection', 'pairs', 'spelling'] as const;

export const logVariations = Object.keys(lineOf) as readonly LogVariation[];

/** The lines of a log, varied: the same lines give the same bytes. */
export function* vary(lines: Iterable<string>, variation: LogVariation): Generator<string> {
  const random = createRandom(seed);
  let index = 0;
  for (const line of lines) {
    yield lineOf[variation](line, index++, random);
  }
}

/** The line with its members, which are of the first shape of records, changed. */
function withMembers(line: string, change: (members: readonly string[]) => readonly string[]): string {
  const members = line.slice(1, -2).match(/"\w+":(?:\[\{.*?\}\]|\[[^\]]*\]|"(?:[^"\\]|\\.)*"|[^,]*)/g) ?? [];
  return `{${change(members).join(',')}}\n`;
}

function shuffled(items: readonly string[], random: Random): readonly string[] {
  const copy = [...items];
  for (let index = copy.length - 1; index > 0; index--) {
    const other = random.integer(index + 1);
    [copy[index], copy[other]] = [copy[other]!, copy[index]!];
  }
  return copy;
}

function nested(random: Random, depth: number): unknown {
  switch (random.integer(depth > 2 ? 3 : 5)) {
    case 0:
      return random.integer(1000);
    case 1:
      return `value ${random.integer(50)}`;
    case 2:
      return random.pick([null, true, 0.5]);
    case 3:
      return Array.from({ length: random.integer(4) }, () => nested(random, depth + 1));
    default:
      return Object.fromEntries(Array.from({ length: random.integer(5) }, () => [`key${random.integer(9)}`, nested(random, depth + 1)]));
  }
}
