import type { TimeKey } from './timeKeys.ts';

/** What a key asks of a chart beside moving its brush. */
export type ChartKey = 'zoomIn' | 'zoomOut' | 'nextGap' | 'gapBefore' | 'openGap' | TimeKey | 'brush' | 'none';

/** @param isAtGap Whether the keyboard has gone to a gap. */
export function chartKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>, isAtGap: boolean): ChartKey {
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
      return event.shiftKey ? 'gapBefore' : 'nextGap';
    case 'a':
    case 'A':
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
