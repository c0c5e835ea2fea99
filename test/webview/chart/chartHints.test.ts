import { expect, it } from 'vitest';
import { chartHints, type ChartSituation } from '../../../webview/chart/chartHints.ts';

const pointed: ChartSituation = {
  by: 'pointer',
  hasFocus: false,
  isAtGap: false,
  hasRecords: true,
  isChosen: false,
  isFixed: false,
};

it.each<readonly [string, Partial<ChartSituation>, readonly string[]]>([
  ['a bar', {}, ['Click selects', 'Drag chooses', 'Ctrl+wheel zooms']],
  ['a bar once the chart has the keys', { hasFocus: true }, ['Click selects', 'Drag chooses', 'W/S zooms']],
  ['a bucket without records', { hasRecords: false }, ['Drag chooses', 'Ctrl+wheel zooms']],
  ['a chart that stays as it is', { isFixed: true }, ['Drag chooses']],
  ['a gap', { isAtGap: true }, ['Click shows the record after it']],
  ['a stretch being dragged', { by: 'drag', isChosen: true }, []],
  ['the keyboard’s place', { by: 'keys', hasFocus: true }, ['Enter filters', 'Shift+← → chooses', 'W/S zooms']],
  ['a stretch chosen by keys', { by: 'keys', hasFocus: true, isChosen: true }, ['Enter filters', 'Escape leaves', 'W/S zooms']],
  [
    'the keyboard’s place in a chart that stays as it is',
    { by: 'keys', hasFocus: true, isFixed: true },
    ['Enter filters', 'Shift+← → chooses'],
  ],
  ['a gap reached by keys', { by: 'keys', hasFocus: true, isAtGap: true }, ['Enter shows the record after it', 'G goes on']],
])('the tip of %s names what can be done there', (_, changed, expected) => {
  expect(chartHints({ ...pointed, ...changed })).toEqual(expected);
});
