import type { TimeKey } from './timeKeys.ts';

/** What a key asks of a chart beside moving its brush. */
export type ChartKey =
  'zoomIn' | 'zoomOut' | 'panLeft' | 'panRight' | 'first' | 'last' | 'nextGap' | 'gapBefore' | 'openGap' | TimeKey | 'brush' | 'none';

/** @param isAtGap Whether the keyboard has gone to a gap. */
export function chartKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>, isAtGap: boolean): ChartKey {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return 'none';
  }
  switch (event.key) {
    case '+':
    case '=':
    case 'w':
    case 'W':
      return 'zoomIn';
    case '-':
    case 's':
    case 'S':
      return 'zoomOut';
    case 'a':
    case 'A':
      return 'panLeft';
    case 'd':
    case 'D':
      return 'panRight';
    case 'Home':
      return event.shiftKey ? 'brush' : 'first';
    case 'End':
      return event.shiftKey ? 'brush' : 'last';
    case 'g':
    case 'G':
      return event.shiftKey ? 'gapBefore' : 'nextGap';
    case '0':
      return 'extent';
    case '<':
      return 'before';
    case '>':
      return 'after';
    case 'Enter':
      return isAtGap ? 'openGap' : 'brush';
    default:
      return 'brush';
  }
}
