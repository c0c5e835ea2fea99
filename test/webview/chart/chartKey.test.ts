import { expect, it } from 'vitest';
import { chartKey } from '../../../webview/chart/chartKey.ts';

const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

it.each([
  ['+', 'zoomIn'],
  ['=', 'zoomIn'],
  ['-', 'zoomOut'],
  ['g', 'nextGap'],
  ['w', 'zoomIn'],
  ['s', 'zoomOut'],
  ['a', 'panLeft'],
  ['D', 'panRight'],
  ['Home', 'first'],
  ['End', 'last'],
  ['0', 'extent'],
  ['<', 'before'],
  ['>', 'after'],
  ['ArrowLeft', 'brush'],
  ['Enter', 'brush'],
  ['x', 'brush'],
] as const)('%s asks a chart for %s', (key, asked) => {
  expect(chartKey({ ...plain, key }, false)).toBe(asked);
});

it('goes back to gapStretches with Shift, and opens the one it is at', () => {
  expect(chartKey({ ...plain, key: 'G', shiftKey: true }, false)).toBe('gapBefore');
  expect(chartKey({ ...plain, key: 'Enter' }, true)).toBe('openGap');
});

it.each(['altKey', 'ctrlKey', 'metaKey'])('leaves keys with %s to VS Code', (modifier) => {
  expect(chartKey({ ...plain, key: 'g', [modifier]: true }, false)).toBe('none');
});
