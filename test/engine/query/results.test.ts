import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';
import { runs } from '../../runs.ts';

interface Event {
  /** Seconds; undefined without a valid time. */
  readonly time: number | undefined;
  readonly result: string;
}

const events = fc.array(
  fc.record({ time: fc.option(fc.nat({ max: 20 }), { nil: undefined }), result: fc.constantFrom('Success', 'Failure') }),
  { maxLength: 60 },
);

function logOf(several: readonly Event[]): string {
  return several
    .map(({ time, result }) => {
      const text = time === undefined ? 'never' : new Date(Date.UTC(2021, 0, 1, 0, 0, time)).toISOString();
      return `${JSON.stringify({ operationName: 'x', resultType: result, env_time: text })}\n`;
    })
    .join('');
}

type Order = 'file' | 'oldest' | 'newest';

/** The numbers of the records that match, in an order: rows of one time by their place in the file, those without one last. */
function ordered(several: readonly Event[], result: string | undefined, order: Order): readonly number[] {
  const rows = several.map((event, index) => ({ ...event, index })).filter((event) => result === undefined || event.result === result);
  const timed = rows.filter(({ time }) => time !== undefined);
  const untimed = rows.filter(({ time }) => time === undefined);
  const rising = timed.toSorted((a, b) => a.time! - b.time! || a.index - b.index);
  const all = order === 'file' ? rows : [...(order === 'oldest' ? rising : rising.toReversed()), ...untimed];
  return all.map(({ index }) => index);
}

describe('the rows of a result', () => {
  it('are those that match, in each order, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 1, max: 25 }), async (several, count) => {
        const log = await openLog(logOf(several));
        for (const order of ['file', 'oldest', 'newest'] as const) {
          for (const result of [undefined, 'Failure']) {
            const query = result === undefined ? '' : `resultType=${result}`;
            const expected = ordered(several, result, order);
            const pages: number[] = [];
            for (let at = 0; at <= expected.length; at += count) {
              const page = await log.request('page', { query, order, from: { at }, count });
              expect([page.at, page.matching]).toEqual([at, expected.length]);
              pages.push(...page.rows.map(({ ref }) => ref.index));
            }
            expect(pages).toEqual(expected);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('around a record have it in the middle, or the first rows if it does not match', async () => {
    const several = Array.from({ length: 41 }, (_, index): Event => ({
      time: (index * 7) % 41,
      result: index % 2 === 0 ? 'Success' : 'Failure',
    }));
    const log = await openLog(logOf(several));
    const around = async (index: number, query: string): Promise<readonly number[]> => {
      const from = { around: { source: 0, index } };
      return (await log.request('page', { query, order: 'oldest', from, count: 5 })).rows.map(({ ref }) => ref.index);
    };
    const oldest = ordered(several, undefined, 'oldest');
    const middle = oldest.indexOf(20);
    expect((await around(20, '')).indexOf(20)).toBe(2);
    expect(await around(20, '')).toEqual(oldest.slice(middle - 2, middle + 3));
    expect(await around(oldest.at(-1)!, '')).toEqual(oldest.slice(-5));
    expect(await around(20, 'resultType=Failure')).toEqual(ordered(several, 'Failure', 'oldest').slice(0, 5));
  });

  it('are not made for a filter that cannot be read, and the sentence says where', async () => {
    const { session } = await openLog(logOf([]));
    const outcome = await session.request(
      'page',
      { query: 'a OR', order: 'file', from: { at: 0 }, count: 1 },
      new AbortController().signal,
    );
    expect(outcome).toMatchObject({ status: 'error', message: { code: 'query.errorAt' } });
  });

  it('are the same for many requests at once, and after others were cancelled', async () => {
    const several = Array.from({ length: 500 }, (_, index): Event => ({
      time: index % 20,
      result: index % 3 === 0 ? 'Failure' : 'Success',
    }));
    const log = await openLog(logOf(several));
    const control = new AbortController();
    const params = { query: 'text:failure', order: 'newest', from: { at: 0 }, count: 10 } as const;
    const cancelled = log.session.request('page', params, control.signal);
    control.abort();
    expect((await cancelled).status).toBe('cancelled');
    const pages = await Promise.all(Array.from({ length: 5 }, () => log.request('page', params)));
    const expected = ordered(several, 'Failure', 'newest').slice(0, 10);
    expect(pages.map(({ rows }) => rows.map(({ ref }) => ref.index))).toEqual(pages.map(() => expected));
  });
});
