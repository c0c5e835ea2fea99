import type { TimeKey } from './timeKeys.ts';

/** What a key asks of a chart beside moving its brush. */
export type ChartKey = 'zoomIn' | 'zoomOut' | 'nextHole' | 'holeBefore' | 'openHole' | TimeKey | 'brush' | 'none';

/** @param isAtHole Whether the keyboard has gone to a hole. */
export function chartKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>, isAtHole: boolean): ChartKey {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return 'none';
  }
  switch (event.key) {
    case '+':
    case '=':
      return 'zoomIn';
    case '-':
      return 'zoomOut';
    case 'g':
    case 'G':
      return event.shiftKey ? 'holeBefore' : 'nextHole';
    case 'a':
    case 'A':
      return 'extent';
    case '<':
      return 'before';
    case '>':
      return 'after';
    case 'Enter':
      return isAtHole ? 'openHole' : 'brush';
    default:
      return 'brush';
  }
}
