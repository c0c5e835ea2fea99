import { addressOf, compareNumbers, isJsonNumber, isNumber, ticksOf, unitOf } from './quantities.ts';

/** How the values of a field compare. */
export type Sort = 'text' | 'closed' | 'address' | 'number' | 'counted' | 'time' | 'any' | 'contains';

type Test = (value: string | null) => boolean;

/** One value as a filter writes it, and which values of records it means. */
export interface Item {
  readonly text: string;
  readonly test: Test;
  readonly kind: string;
}

/** `null`, which means missing too. */
export const nothing: Item = { text: 'null', test: (value) => value === null, kind: 'null' };

/** What a value must be, which null never is. */
export function some(test: (value: string) => boolean): Test {
  return (value) => value !== null && test(value);
}

/** What may be after `:`, alone or in a list. */
export function makeItem(sort: Sort, value: string, other: string, way: number): Item {
  switch (sort) {
    case 'number':
    case 'counted':
      return isNumber(value) ? numberItem(sort, value, other, way) : numberItem(sort, '1', other, way);
    case 'time':
      return timeItem(sort, value, other, way);
    case 'contains': {
      // A letter after a backslash is the name of an escape.
      const words = value.match(/(?<!\\)\b[A-Za-z]{2,}/g) ?? ['zz'];
      const word = words[way % words.length]!;
      return { text: quoted(swapCase(word)), test: some((text) => text.toLowerCase().includes(word.toLowerCase())), kind: 'contains' };
    }
    case 'any': {
      if (way % 4 === 1) {
        return isJsonNumber(value) ? numberItem(sort, value, other, way >>> 2) : timeItem(sort, value, other, way >>> 2);
      }
      const isPlain = /^[\w.:/+-]+$/.test(value) && !value.includes('..') && value !== 'null';
      return isPlain && way % 4 === 2 ? plainAny(value) : textItem(sort, value, way >>> 2);
    }
    default:
      return textItem(sort, value, way);
  }
}

/** Without quotes: a value that is the same text, number or time. */
function plainAny(value: string): Item {
  const isTime = /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d+)?)?)?)?)?)?Z?$/.test(value);
  const unit = isTime && (value.length === 4 || ticksOf(value, true) !== undefined) ? unitOf(value.replace('Z', '')) : undefined;
  const test = some((text) => {
    if (isJsonNumber(text)) {
      return isJsonNumber(value) && compareNumbers(text, value) === 0;
    }
    return text.toLowerCase() === value.toLowerCase() || (unit !== undefined && isWithin(text, unit, true));
  });
  return { text: value, test, kind: 'plain' };
}

function textItem(sort: Sort, value: string, way: number): Item {
  const same = sort === 'address' ? (text: string) => (addressOf(text) ?? text).toLowerCase() : (text: string) => text.toLowerCase();
  const wanted = same(value);
  const isPlain = /^[A-Za-z@/][\w@/.-]*$/.test(value) && !value.includes('..') && value !== 'null';
  switch (way % 4) {
    case 0:
      return { text: quoted(swapCase(value)), test: some((text) => same(text) === wanted), kind: 'quoted' };
    case 1: {
      // As a pattern any character but these stands for itself; a blank would end it.
      const characters = [...value].map((character) => (/[\s*?"(),\\]/.test(character) ? '?' : character));
      const pattern =
        way & 4
          ? `*${characters.slice(-3).join('')}`
          : `${characters.slice(0, 4).join('')}${characters.length > 5 ? '*' : '?'.repeat(Math.max(0, characters.length - 4))}`;
      if (pattern.includes('..') || !/[*?]/.test(pattern)) {
        return { text: '*', test: some(() => true), kind: 'wildcard' };
      }
      const source = [...pattern.toLowerCase()].map((character) =>
        character === '*' ? '.*' : character === '?' ? '.' : escaped(character),
      );
      const fits = new RegExp(`^${source.join('')}$`, 'su');
      return { text: pattern, test: some((text) => fits.test(text.toLowerCase()) || fits.test(same(text))), kind: 'wildcard' };
    }
    case 2:
      return { text: isPlain ? swapCase(value) : quoted(value), test: some((text) => same(text) === wanted), kind: 'bare' };
    default: {
      const address = sort === 'address' ? addressOf(value) : undefined;
      const spelling =
        address === undefined ? quoted(value) : way & 4 ? `[${address.includes(':') ? address : `::FFFF:${address}`}]:1` : address;
      return { text: spelling, test: some((text) => same(text) === wanted), kind: address === undefined ? 'quoted' : 'address' };
    }
  }
}

export function exact(sort: Sort, value: string): Item {
  const wanted = sort === 'contains' ? (value.match(/[A-Za-z]{3,}/)?.[0] ?? 'zz') : value;
  return { text: quoted(wanted), test: some((text) => (sort === 'contains' ? text.includes(wanted) : text === wanted)), kind: 'exact' };
}

/** A number of another spelling, or a range. */
function numberItem(sort: Sort, value: string, other: string, way: number): Item {
  const isValue = sort === 'any' ? isJsonNumber : isNumber;
  const from = (end: string): ((text: string) => boolean) => {
    return (text) => isValue(text) && compareNumbers(text, end) >= 0;
  };
  const to = (end: string): ((text: string) => boolean) => {
    return (text) => isValue(text) && compareNumbers(text, end) <= 0;
  };
  const [low, high] = isNumber(other) ? [value, other].toSorted(compareNumbers) : [value, value];
  switch (way % 4) {
    case 0:
      return { text: `${low}..${high}`, test: some((text) => from(low!)(text) && to(high!)(text)), kind: 'number range' };
    case 1:
      return { text: `${value}..`, test: some(from(value)), kind: 'number from' };
    case 2:
      return { text: `..${value}`, test: some(to(value)), kind: 'number to' };
    default: {
      // `key.x:1..` and kin aside, a number alone may equal text as well, where values may be of any kind.
      return sort === 'any'
        ? plainAny(value)
        : {
            text: `${value}${/[.e]/i.test(value) ? '' : '.0'}`,
            test: some((text) => from(value)(text) && to(value)(text)),
            kind: 'number',
          };
    }
  }
}

/** How much of a time names a year, a month and so on. */
const lengths = [4, 7, 10, 13, 16, 19, 22, 27];

function timeText(value: string, way: number): string {
  const isTime = /^\d{4}-\d\d-\d\d/.test(value) && ticksOf(value, true) !== undefined;
  const whole = isTime ? value.replace(' ', 'T').replace(/(Z|[+-]\d\d:\d\d)$/, '') : '2021-07-29T10:00:00.1234567';
  return whole.slice(0, lengths[way % lengths.length]).replace(/[-T:.]$/, '');
}

function timeItem(sort: Sort, value: string, other: string, way: number): Item {
  const first = timeText(value, way >>> 2);
  const second = timeText(other, way >>> 3);
  // In the any sort a year by itself is a number as well; here it would be both.
  const [low, high] = [first, second]
    .map((text) => (text.length === 4 ? `${text}-07` : text))
    .toSorted((a, b) => Number(unitOf(a)[0] - unitOf(b)[0])) as [string, string];
  switch (way % 4) {
    case 0:
      return {
        text: `${low}..${high}`,
        test: some((text) => isWithin(text, [unitOf(low)[0], unitOf(high)[1]], sort === 'any')),
        kind: 'time range',
      };
    case 1:
      return { text: `${low}..`, test: some((text) => isWithin(text, [unitOf(low)[0], farthest], sort === 'any')), kind: 'time from' };
    case 2:
      return { text: `..${high}`, test: some((text) => isWithin(text, [-farthest, unitOf(high)[1]], sort === 'any')), kind: 'time to' };
    default:
      return { text: low, test: some((text) => isWithin(text, unitOf(low), sort === 'any')), kind: 'time' };
  }
}

const farthest = 10n ** 20n;

function isWithin(text: string, [first, last]: readonly [bigint, bigint], datesCount: boolean): boolean {
  const ticks = ticksOf(text, datesCount);
  return ticks !== undefined && first <= ticks && ticks <= last;
}

const operators = ['<', '<=', '>', '>='] as const;

export function makeComparison(sort: Sort, value: string, way: number): Item | undefined {
  const operator = operators[way % 4]!;
  const holds = (order: number): boolean => (operator.startsWith('<') ? order < 0 : order > 0) || (operator.endsWith('=') && order === 0);
  if ((sort === 'number' || sort === 'any') && isNumber(value)) {
    const isValue = sort === 'any' ? isJsonNumber : isNumber;
    return {
      text: `${operator}${value}`,
      test: some((text) => isValue(text) && holds(compareNumbers(text, value))),
      kind: `number ${operator}`,
    };
  }
  if (sort === 'counted') {
    const at = String(1 + (way % 3));
    return {
      text: `${operator === '<' ? '<=' : operator}${at}`,
      test: some((text) => (operator === '<' ? Number(text) <= Number(at) : holds(compareNumbers(text, at)))),
      kind: `number ${operator}`,
    };
  }
  if (sort !== 'time' && sort !== 'any') {
    return undefined;
  }
  const given = timeText(value, 2 + (way % 6));
  const [first, last] = unitOf(given);
  return {
    text: `${operator}${given}`,
    test: some((text) => {
      const ticks = ticksOf(text, sort === 'any');
      return ticks !== undefined && holds(ticks < first ? -1 : ticks > last ? 1 : 0);
    }),
    kind: `time ${operator}`,
  };
}

export function swapCase(text: string): string {
  // Only ASCII, of which folding is beyond doubt.
  return text.replace(/[A-Za-z]/g, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
}

export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
