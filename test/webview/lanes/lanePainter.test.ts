import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LanePainter } from '../../../webview/lanes/lanePainter.ts';

let painted: string[] = [];
/** Milliseconds. */
let now = 0;
let frames: (() => void)[] = [];
let painter: LanePainter;
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', (number: number) => (frames[number - 1] = () => undefined));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  painted = [];
  painter = new LanePainter();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lanes that take so many milliseconds each. */
const lanes = (keys: string, cost: number, as = '') =>
  [...keys].map((key) => ({
    key,
    paint: () => {
      painted.push(key + as);
      now += cost;
    },
  }));

function frame(): void {
  const due = frames;
  frames = [];
  due.forEach((callback) => callback());
}

describe('lanes', () => {
  it('are painted at once where they take little time', () => {
    painter.paint(lanes('abcdef', 0.5));
    expect(painted.join('')).toBe('abcdef');
    frame();
    expect(painted.length).toBe(6);
  });

  it('are painted over several frames where they take long, each of them once', () => {
    painter.paint(lanes('abcdefg', 1.5));
    expect(painted.join('')).toBe('abc');
    frame();
    expect(painted.join('')).toBe('abcdef');
    frame();
    frame();
    expect(painted.join('')).toBe('abcdefg');
  });

  it('that were left are the first of the next time, as they are to be painted then', () => {
    painter.paint(lanes('abcdef', 1.5, '1'));
    painter.paint(lanes('abcdef', 1.5, '2'));
    painter.paint(lanes('abcdef', 1.5, '3'));
    expect(painted).toEqual(['a1', 'b1', 'c1', 'd2', 'e2', 'f2', 'a3', 'b3', 'c3']);
  });

  it('are painted one in each frame at least', () => {
    painter.paint(lanes('ab', 50));
    expect(painted.join('')).toBe('a');
    frame();
    expect(painted.join('')).toBe('ab');
  });

  it('are painted no more once they are gone', () => {
    painter.paint(lanes('abcdef', 2));
    painter.stop();
    frame();
    expect(painted.join('')).toBe('ab');
  });
});
