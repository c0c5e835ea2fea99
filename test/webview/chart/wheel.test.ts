import { expect, it } from 'vitest';
import { wheelMove } from '../../../webview/chart/wheel.ts';

const still = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

it('leaves the wheel alone to the page', () => {
  expect(wheelMove({ ...still, deltaY: 120 }, 600)).toBeUndefined();
  expect(wheelMove({ ...still, shiftKey: true }, 600)).toBeUndefined();
});

it.each([{ ctrlKey: true }, { metaKey: true }])('zooms with %j, in by a turn forward, out by as much', (keys) => {
  const near = wheelMove({ ...still, ...keys, deltaY: -100 }, 600);
  const far = wheelMove({ ...still, ...keys, deltaY: 100 }, 600);
  expect([near?.kind, far?.kind]).toEqual(['zoom', 'zoom']);
  const [factorIn, factorOut] = [near, far].map((move) => (move?.kind === 'zoom' ? move.factor : NaN));
  expect(factorIn!).toBeLessThan(0.8);
  expect(factorIn! * factorOut!).toBeCloseTo(1);
  expect(wheelMove({ ...still, ...keys, deltaY: 1e6 }, 600)).toEqual({ kind: 'zoom', factor: 4 });
});

it.each([
  ['with Shift', { shiftKey: true, deltaY: 60 }, 0.1],
  ['to a side', { deltaX: -30, deltaY: 2 }, -0.05],
  ['in lines', { shiftKey: true, deltaY: 3, deltaMode: 1 }, 0.1],
  ['in pages', { shiftKey: true, deltaY: 1, deltaMode: 2 }, 1],
])('pans %s', (_, event, share) => {
  expect(wheelMove({ ...still, ...event }, 600)).toEqual({ kind: 'pan', share });
});
