import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, Kernel, takes, type KernelSlot } from '../../../../src/engine/kernel/kernel.ts';
import { runs } from '../../../runs.ts';

const encoder = new TextEncoder();

interface Row {
  readonly program: number;
  readonly isDoubtful: boolean;
  readonly start: number;
  readonly end: number;
  readonly slots: readonly (readonly number[])[];
}

const wordsOf: Readonly<Record<number, number>> = {
  [actions.lookUp]: 3,
  [actions.time]: 3,
  [actions.sequence]: 2,
  [actions.request]: 1,
  [actions.pass]: 0,
};

interface Program {
  readonly literals: readonly string[];
  readonly slots: readonly KernelSlot[];
}

/** What the kernel says of a log. */
function read(programs: readonly Program[], log: string, learn?: (kernel: Kernel) => void): readonly Row[] {
  const kernel = Kernel.create(5)!;
  kernel.load(programs.map(({ literals, slots }) => ({ literals: literals.map((text) => encoder.encode(text)), slots })));
  learn?.(kernel);
  const bytes = encoder.encode(log);
  const length = kernel.take(bytes, 0, bytes.length);
  const count = kernel.run(0, length);
  const rows: Row[] = [];
  let at = 0;
  for (let row = 0; row < count; row++) {
    const [program, doubtful, start, end] = kernel.rows.subarray(at, at + 4) as unknown as [number, number, number, number];
    at += 4;
    const slots = programs[program]!.slots.map(({ action }) => {
      const words = [...kernel.rows.subarray(at, at + wordsOf[action]!)];
      at += words.length;
      return words;
    });
    rows.push({ program, isDoubtful: doubtful !== 0, start, end, slots });
  }
  return rows;
}

/** A program with one slot, and a record that has a value in it. */
function withSlot(action: number, place = 0): Program {
  return { literals: ['{"a":', ',"b":1}'], slots: [{ action, place }] };
}

function recordOf(value: string): string {
  return `{"a":${value},"b":1}`;
}

/** The words of the slot of a single record that is not doubtful; undefined if it is not taken. */
function wordsFor(action: number, value: string, place = 0): readonly number[] | undefined {
  const [row] = read([withSlot(action, place)], recordOf(value));
  return row === undefined || row.isDoubtful ? undefined : row.slots[0];
}

describe('a record', () => {
  const program = withSlot(actions.pass);

  it('becomes a row that says where it is', () => {
    const log = `${recordOf('"x"')}\n${recordOf('"yy"')},\r\n ${recordOf('"z"')}`;
    const row = { program: 0, isDoubtful: false, slots: [[]] };
    expect(read([program], log)).toEqual([
      { ...row, start: 0, end: 15 },
      { ...row, start: 16, end: 32 },
      { ...row, start: 36, end: 51 },
    ]);
  });

  it('that matches nothing ends the rows', () => {
    expect(read([program], `${recordOf('"x"')}\n{"c":1}\n${recordOf('"x"')}`)).toHaveLength(1);
    expect(read([], recordOf('"x"'))).toEqual([]);
  });

  it('is matched by any of several programs', () => {
    const other: Program = { literals: ['{"c":', '}'], slots: [{ action: actions.pass, place: takes.numbers }] };
    const log = [recordOf('"x"'), '{"c":1}', '{"c":2}', recordOf('"y"')].join('\n');
    expect(read([program, other], log).map((row) => row.program)).toEqual([0, 1, 1, 0]);
  });

  it('that is cut off is not taken, wherever it is', () => {
    const text = recordOf('"some text"');
    for (let length = 0; length < text.length; length++) {
      expect(read([program], text.slice(0, length))).toEqual([]);
    }
  });

  it('whose keys differ in any byte is not taken', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(), fc.constantFrom('x', ' ', '"'), (key, at, other) => {
        const literal = `{${JSON.stringify(key)}:`;
        const changed = literal.slice(0, at % literal.length) + other + literal.slice((at % literal.length) + 1);
        const one: Program = { literals: [literal, '}'], slots: [{ action: actions.pass, place: 0 }] };
        expect(read([one], `${literal}"x"}`)).toHaveLength(1);
        expect(read([one], `${changed}"x"}`)).toHaveLength(changed === literal ? 1 : 0);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a value that is passed', () => {
  it.each(['"x"', '"a longer text, with {brackets} and numbers: 1,2"'])('may be plain text: %s', (value) => {
    expect(wordsFor(actions.pass, value)).toEqual([]);
  });

  it.each(['""', String.raw`"\n"`, '"é"', '"\t"', 'true', '[1]', '{}', '-1', '1.5', '1e3', '01', '1234567890123456', 'nul', 'nulls'])(
    'may be nothing else: %s',
    (value) => {
      expect(wordsFor(actions.pass, value, takes.null | takes.numbers)).toBeUndefined();
    },
  );

  it('may be null or a whole number where these are usual', () => {
    expect(wordsFor(actions.pass, 'null')).toBeUndefined();
    expect(wordsFor(actions.pass, 'null', takes.null)).toEqual([]);
    expect(wordsFor(actions.pass, '17')).toBeUndefined();
    expect(wordsFor(actions.pass, '17', takes.numbers)).toEqual([]);
  });
});

describe('other values', () => {
  it('of sequences are whole numbers, exact up to fifteen digits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), (number) => {
        const [upper, lower] = wordsFor(actions.sequence, String(number), takes.numbers)!;
        expect(upper! * 2 ** 32 + (lower! >>> 0)).toBe(number);
      }),
      { numRuns: runs(300) },
    );
    expect(wordsFor(actions.sequence, 'null', takes.null | takes.numbers)).toEqual([-1, 0]);
    expect(wordsFor(actions.sequence, '"1"', takes.numbers)).toBeUndefined();
  });

  it('of times are days, seconds and ticks', () => {
    expect(wordsFor(actions.time, '"0001-01-02T00:01:01.0000002Z"')).toEqual([1, 61, 2]);
    expect(wordsFor(actions.time, '"yesterday"')).toBeUndefined();
    expect(wordsFor(actions.time, 'null')).toBeUndefined();
  });

  it('of requests are hashes, 0 for null', () => {
    expect(wordsFor(actions.request, '"r"')![0]! >>> 0).toBeGreaterThan(0);
    expect(wordsFor(actions.request, 'null', takes.null)).toEqual([0]);
  });
});

describe('a value that is looked up', () => {
  const place = 9;

  /** Of a value that the kernel has learned before, if any. */
  function rowOf(value: string, learned?: string, at = place): Row | undefined {
    const [row] = read([withSlot(actions.lookUp, at)], recordOf(value), (kernel) => {
      if (learned !== undefined) {
        const bytes = encoder.encode(learned);
        kernel.take(bytes, 0, bytes.length);
        kernel.learn(at, 0, bytes.length, 12);
      }
    });
    return row;
  }

  it.each(['"x"', String.raw`"said \"no\""`, '"é"', '""', 'true', '-1.5e3', 'null', '["a","b]",1]', '[]'])(
    'is known as it was learned: %s',
    (value) => {
      expect(rowOf(value, value)).toMatchObject({ isDoubtful: false, slots: [[12, 5, 5 + encoder.encode(value).length]] });
    },
  );

  it.each(['"x"', 'null'])('need not be known if it is plain: %s', (value) => {
    expect(rowOf(value, '"y"')).toMatchObject({ isDoubtful: false, slots: [[-1, 5, 5 + value.length]] });
  });

  it.each([String.raw`"\q"`, '"\u0001"', '""', '1.', 'tru', '[1,]', '"é"'])('is doubtful if it is neither: %s', (value) => {
    expect(rowOf(value, '"y"')).toMatchObject({ isDoubtful: true });
  });

  it('is never null in a pair', () => {
    expect(rowOf('null', undefined, 0x8001)).toMatchObject({ isDoubtful: true });
  });

  it.each(['[[1]]', '[{}]', '{"a":1}', '"open', '[1'])('is no other one: %s', (value) => {
    expect(rowOf(value, value)).toBeUndefined();
  });
});
