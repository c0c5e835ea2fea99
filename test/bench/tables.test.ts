import { describe, expect, it } from 'vitest';
import { atLeast, atMost, figure, type FigureName } from './figure.ts';
import { interleave } from './interleave.ts';
import { markdownTable, plainTable, tablesOf } from './tables.ts';
import { bytesText } from './text.ts';

const name: FigureName = { part: 'scan', on: 'a log', subject: 'ours', measure: 'wall', unit: 'ms' };
const report = {
  date: '2026-01-02T03:04:05Z',
  machine: { cores: 2, processor: 'any', memoryBytes: 2 ** 34, system: 'linux x64' },
  versions: { Node: '24.0.0' },
  figures: [
    figure({ ...name, goal: atMost(50) }, [40, 1234.5, 20]),
    figure({ ...name, measure: 'speed', unit: 'MB/s' }, [1.5]),
    figure({ ...name, measure: 'ratio', unit: '×', goal: atLeast(4) }, [3, 4]),
  ],
  notMeasured: [{ part: 'scan', subject: 'jq', reason: 'not installed' }],
};

describe('the report of the benchmark', () => {
  it('tells medians with their spread, goals, and what is missing', () => {
    expect(tablesOf(report)).toEqual([
      {
        title: 'scan: a log',
        rows: [
          ['', 'wall', 'speed', 'ratio'],
          ['ours', '40 ms (20 to 1,235)', '1.5 MB/s', '3.5× (3 to 4)'],
        ],
      },
      {
        title: 'goals',
        rows: [
          ['goal', 'on', 'measured', 'asked', ''],
          ['scan: ours, wall', 'a log', '40 ms (20 to 1,235)', 'at most 50 ms', 'reached'],
          ['scan: ours, ratio', 'a log', '3.5× (3 to 4)', 'at least 4×', 'not reached'],
        ],
      },
      {
        title: 'not measured',
        rows: [
          ['part', 'what', 'why'],
          ['scan', 'jq', 'not installed'],
        ],
      },
    ]);
  });

  it('is laid out for a terminal and for a document', () => {
    const table = {
      title: 'sizes',
      rows: [
        ['', 'wall'],
        ['a|b', '1 ms'],
        ['c', '20 ms'],
      ],
    };
    expect(plainTable(table)).toBe('sizes\n      wall\na|b   1 ms\nc    20 ms\n');
    expect(markdownTable(table)).toBe('**sizes**\n\n|  | wall |\n|---|--:|\n| a\\|b | 1 ms |\n| c | 20 ms |\n');
  });

  it.each([
    [1, '1 B'],
    [1_660, '1.66 KB'],
    [999_600, '1 MB'],
    [1_140_000_000, '1.14 GB'],
  ])('tells %i bytes', (bytes, text) => expect(bytesText(bytes)).toBe(text));
});

describe('rounds', () => {
  it('let all take turns, and go on without one who fails', async () => {
    const turns: string[] = [];
    const failed: string[] = [];
    const costs = await interleave({
      rounds: 3,
      contestants: ['a', 'b', 'c'].map((own) => ({
        name: own,
        run: () => {
          turns.push(own);
          return own === 'b' && turns.length > 3 ? Promise.reject(new Error('no')) : Promise.resolve(turns.length);
        },
      })),
      say: () => undefined,
      fail: (own, error) => failed.push(`${own}: ${String(error)}`),
    });
    expect(turns.join('')).toBe('abcabcac');
    expect([...costs]).toEqual([
      ['a', [1, 4, 7]],
      ['c', [3, 6, 8]],
    ]);
    expect(failed).toEqual(['b: Error: no']);
  });
});
