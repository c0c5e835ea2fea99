import { expect, it } from 'vitest';
import { ChartPointer } from '../../../webview/chart/chartPointer.ts';

function tracked(): { readonly pointer: ChartPointer; readonly changes: () => number } {
  let changes = 0;
  return { pointer: new ChartPointer(() => changes++), changes: () => changes };
}

it('drags a stretch once it has moved by more than a click', () => {
  const { pointer, changes } = tracked();
  pointer.press(100, 'brush');
  pointer.move(103);
  expect([pointer.isDown, pointer.dragged]).toEqual([true, undefined]);
  pointer.move(96);
  expect(pointer.dragged).toEqual([100, 96]);
  pointer.release();
  expect([pointer.isDown, pointer.dragged, pointer.at]).toEqual([false, undefined, 96]);
  expect(changes()).toBe(4);
});

it('goes on dragging outside of the chart, and is gone otherwise', () => {
  const { pointer } = tracked();
  pointer.press(10, 'pan');
  pointer.leave();
  expect([pointer.isDown, pointer.at]).toEqual([true, 10]);
  pointer.release();
  pointer.leave();
  expect(pointer.at).toBeUndefined();
});

it('is forgotten in the midst of a drag', () => {
  const { pointer } = tracked();
  pointer.press(10, 'pan');
  pointer.move(50);
  pointer.forget();
  expect([pointer.isDown, pointer.at, pointer.dragged]).toEqual([false, undefined, undefined]);
});
