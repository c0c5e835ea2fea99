import type { ViewCommand } from './commandContext.ts';
import { showExtent, showFar } from './showTime.ts';

/** Commands on the time axes of the timeline's page, by their ids. */
export const timeCommands: Readonly<Record<string, ViewCommand>> = {
  'auditLog.time.zoomIn': (view) => view.moveViewport('zoomIn'),
  'auditLog.time.zoomOut': (view) => view.moveViewport('zoomOut'),
  'auditLog.time.panEarlier': (view) => view.moveViewport('panEarlier'),
  'auditLog.time.panLater': (view) => view.moveViewport('panLater'),
  'auditLog.time.clearRange': (view) => view.apply({ kind: 'range', range: null }),
  'auditLog.time.showAll': (view) => showExtent(view, 'whole'),
  'auditLog.time.showDense': (view) => showExtent(view, 'dense'),
  'auditLog.time.showBefore': (view) => showFar(view, 'before'),
  'auditLog.time.showAfter': (view) => showFar(view, 'after'),
};
