import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListWindow } from '../../../webview/records/listWindow.ts';

const size = (width: number, height: number) => ({ width, height }) as DOMRectReadOnly;

let changes = 0;
let window: ListWindow;
beforeEach(() => {
  changes = 0;
  window = new ListWindow(() => changes++);
  window.measure(size(1000, 245), 25);
  window.rows = 100;
  window.follow('end', true);
});

/** The first row in view, and the one after the last. */
const seen = (): readonly number[] => [window.wanted.first, window.wanted.end];

/** What the grid reports when the user scrolls it. */
const scrolledTo = (scrollTop: number) => window.scrolled({ currentTarget: { scrollTop } } as unknown as Event);

describe('the window onto a list', () => {
  it.each([
    [1000, 'wide', 22],
    [760, 'wide', 22],
    [759, 'narrow', 42],
    [500, 'narrow', 42],
  ] as const)('lays out rows for a width of %i', (width, form, rowHeight) => {
    window.measure(size(width, 245), 25);
    expect(window.form).toBe(form);
    expect(window.list).toEqual({ rows: 100, rowHeight, viewport: 220 });
  });

  it('keeps the current row in view when it gets smaller, and scrolls to no row that was out of view', () => {
    window.measure(size(1000, 135), 25, 9);
    expect(seen()).toEqual([5, 10]);
    window.measure(size(1000, 245), 25, 9);
    expect(seen()).toEqual([5, 15]);
    window.measure(size(1000, 135), 25, 40);
    expect(seen()).toEqual([5, 10]);
  });

  it('shows a row at the nearer end, and brings one to its middle', () => {
    expect(seen()).toEqual([0, 10]);
    window.show(12);
    expect(seen()).toEqual([3, 13]);
    window.show(5);
    expect(seen()).toEqual([3, 13]);
    window.centre(50);
    expect(seen()).toEqual([45, 56]);
    expect(changes).toBe(3);
  });

  it('stays at the end of a list that grows there, and with its rows in one that grows before them', () => {
    window.show(99);
    window.rows = 110;
    window.follow('end', true);
    expect(seen()).toEqual([100, 110]);
    window.show(50);
    expect(seen()).toEqual([50, 60]);
    window.rows = 115;
    window.follow('start', true);
    expect(seen()).toEqual([55, 65]);
  });

  it('stays where it is while the log is read again, until the user moves it', () => {
    window.show(80);
    window.hold();
    window.rows = 20;
    window.follow('end', false);
    expect(seen()).toEqual([10, 20]);
    window.rows = 90;
    window.follow('end', false);
    expect(seen()).toEqual([71, 81]);
    window.rows = 20;
    window.follow('end', false);
    scrolledTo(0);
    window.rows = 100;
    window.follow('end', true);
    expect(seen()).toEqual([0, 10]);
  });

  it('begins another result at its first row', () => {
    window.show(99);
    window.reset();
    expect(seen()).toEqual([0, 0]);
    window.rows = 100;
    window.follow('end', true);
    expect(seen()).toEqual([0, 10]);
  });

  it('scrolls the grid once, and does not take that for the user', () => {
    const grid = { scrollTop: 0 };
    window.show(99);
    window.scroll(grid as HTMLElement);
    expect(grid.scrollTop).toBe(1980);
    const before = changes;
    scrolledTo(1980);
    expect(changes).toBe(before);
    grid.scrollTop = 440;
    window.scroll(grid as HTMLElement);
    expect(grid.scrollTop).toBe(440);
    scrolledTo(440);
    expect(seen()).toEqual([20, 30]);
  });

  it('leaves the wheel to the browser unless the scroll bar is scaled', () => {
    let prevented = 0;
    vi.stubGlobal('WheelEvent', { DOM_DELTA_LINE: 1 });
    const wheel = (deltaY: number, ctrlKey = false) =>
      window.wheel({ deltaY, deltaMode: 0, ctrlKey, preventDefault: () => prevented++ } as unknown as WheelEvent);
    wheel(220);
    expect([seen()[0], prevented]).toEqual([0, 0]);
    window.rows = 10_000_000;
    wheel(220, true);
    expect([seen()[0], prevented]).toEqual([0, 0]);
    wheel(220);
    expect([seen()[0], prevented]).toEqual([10, 1]);
  });

  describe('once scrolled', () => {
    const shown = (): readonly number[] => [window.inView.first, window.inView.end];
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('shows what it has shown until the rows are known', () => {
      window.show(99);
      window.settle(({ first }) => first !== 90, undefined);
      expect([shown(), seen()]).toEqual([
        [0, 10],
        [90, 100],
      ]);
      window.settle(() => true, undefined);
      expect(shown()).toEqual([90, 100]);
      vi.advanceTimersByTime(10_000);
      expect(changes).toBe(2);
    });

    it('shows the places of rows that do not come, wherever it is by then', () => {
      window.show(99);
      window.settle(() => false, undefined);
      window.show(50);
      window.settle(() => false, undefined);
      expect(shown()).toEqual([0, 10]);
      vi.advanceTimersByTime(499);
      expect([shown(), changes]).toEqual([[0, 10], 3]);
      vi.advanceTimersByTime(1);
      expect([shown(), changes]).toEqual([[50, 60], 4]);
    });

    it('shows where it was when something has come of the rows there, and waits anew', () => {
      window.show(59);
      window.settle(() => false, undefined);
      vi.advanceTimersByTime(450);
      window.show(99);
      window.settle(() => false, 50);
      expect([shown(), seen()]).toEqual([
        [50, 60],
        [90, 100],
      ]);
      vi.advanceTimersByTime(450);
      window.settle(() => false, 50);
      expect(shown()).toEqual([50, 60]);
      vi.advanceTimersByTime(50);
      expect(shown()).toEqual([90, 100]);
    });

    it('does not wait where the rows are laid out anew or are of another result', () => {
      window.show(99);
      window.measure(size(1000, 355), 25);
      expect(shown()).toEqual(seen());
      window.show(0);
      window.reset();
      expect(shown()).toEqual([0, 0]);
    });
  });
});
