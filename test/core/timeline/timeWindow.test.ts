import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { lastTicks, type Ticks } from '../../../src/core/record/ticks.ts';
import { endOfTime } from '../../../src/core/timeline/timeSpan.ts';
import { timeWindow, withTimeWindow } from '../../../src/core/timeline/timeWindow.ts';

const at = (text: string) => parseTime(text)!.ticks;
const whole = { from: at('2020-11-01T00:00:00Z'), to: at('2020-12-01T00:00:00Z') };

describe('the window of a filter', () => {
  it.each([
    ['time:2020-11-23', '2020-11-23T00:00:00Z', '2020-11-24T00:00:00Z'],
    ['operation:SetCurrentPolicy time:2020-11-23T18:00..2020-11-23T18:59', '2020-11-23T18:00:00Z', '2020-11-23T19:00:00Z'],
    ['time:2020-11-23..', '2020-11-23T00:00:00Z', '2020-12-01T00:00:00Z'],
    ['time<2020-11-23', '2020-11-01T00:00:00Z', '2020-11-23T00:00:00Z'],
  ])('%s', (query, from, to) => {
    expect(timeWindow(query, whole)).toEqual({ from: at(from), to: at(to) });
  });

  it.each(['', 'operation:SetCurrentPolicy', 'time:2020-11-23 OR result:Success', '-time:2020-11-23', 'time:'])('is open: %s', (query) => {
    expect(timeWindow(query, whole)).toBeUndefined();
  });

  it.each([
    ['', '2020-11-23T18:00:00Z', '2020-11-23T19:00:00Z', 'time:2020-11-23T18:00..2020-11-23T18:59'],
    ['result:Success time:2020', '2020-11-23T00:00:00Z', '2020-11-24T00:00:00Z', 'result:Success time:2020-11-23'],
  ])('is set in "%s" and read back', (query, from, to, expected) => {
    const span = { from: at(from), to: at(to) };
    expect(withTimeWindow(query, span)).toBe(expected);
    expect(timeWindow(expected, whole)).toEqual(span);
  });

  it('can end with the very last tick', () => {
    const span = { from: lastTicks, to: endOfTime };
    expect(timeWindow(withTimeWindow('', span), { from: 0n as Ticks, to: endOfTime })).toEqual(span);
  });

  it('can be one tick wide', () => {
    const tick = at('2020-11-23T18:23:29.9427158Z');
    const span = { from: tick, to: (tick + 1n) as Ticks };
    expect(timeWindow(withTimeWindow('', span), whole)).toEqual(span);
  });
});
