import { expect, it } from 'vitest';
import type { Message } from '../../../src/core/finding/message.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { LogNews } from '../../../webview/page/logNews.ts';
import { RealLog } from '../realLog.ts';

type Step = readonly [reading: number, records: number, complete: boolean, problem?: Message];

const first = (await RealLog.open([])).snapshot;
const missing: Message = { code: 'reading.missing', args: ['log'] };

const cases: readonly (readonly [what: string, steps: readonly Step[], isReplaced: boolean, more: number])[] = [
  [
    'nothing before the log is whole',
    [
      [1, 10, false],
      [1, 20, false],
    ],
    false,
    0,
  ],
  [
    'nothing of a log that was read',
    [
      [1, 10, false],
      [1, 20, true],
    ],
    false,
    0,
  ],
  [
    'all records that were added',
    [
      [1, 20, true],
      [1, 21, true],
      [1, 25, false],
      [1, 30, true],
    ],
    false,
    10,
  ],
  [
    'nothing of a growth that is not whole',
    [
      [1, 20, true],
      [1, 25, false],
    ],
    false,
    0,
  ],
  [
    'no records fewer',
    [
      [1, 20, true],
      [1, 19, true],
    ],
    false,
    0,
  ],
  [
    'another log',
    [
      [1, 20, true],
      [2, 5, false],
      [2, 7, true],
    ],
    true,
    0,
  ],
  [
    'what was added to another log',
    [
      [1, 20, true],
      [2, 7, true],
      [2, 9, true],
    ],
    true,
    2,
  ],
  [
    'nothing of a log that is gone',
    [
      [1, 20, true],
      [2, 0, true, missing],
    ],
    false,
    0,
  ],
];

it.each(cases)('tells %s', (_, steps, isReplaced, more) => {
  const news = new LogNews();
  for (const [reading, records, complete, problem = null] of steps) {
    news.note({ ...first, reading, records, complete, problem } satisfies Snapshot);
  }
  expect(news.change).toEqual({ isReplaced, more });
});
