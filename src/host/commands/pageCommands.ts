import type { ViewCommand } from './commandContext.ts';
import { addColumn, laneCommand, lanesBy, moveColumn, moveDetail, removeColumn, stackBy } from './pageActs.ts';

/** Commands on lanes, histogram, detail and columns of the timeline's page, by their ids. */
export const pageCommands: Readonly<Record<string, ViewCommand>> = {
  'auditLog.lanes.by': lanesBy,
  'auditLog.lanes.toggleTable': (view) => view.act({ act: 'toggleTable', of: 'lanes' }),
  'auditLog.lane.include': laneCommand('include'),
  'auditLog.lane.exclude': laneCommand('exclude'),
  'auditLog.lane.pin': laneCommand('pin'),
  'auditLog.lane.toggle': laneCommand('toggle'),
  'auditLog.histogram.stackBy': stackBy,
  'auditLog.histogram.toggleTable': (view) => view.act({ act: 'toggleTable', of: 'histogram' }),
  'auditLog.detail.move': moveDetail,
  'auditLog.column.add': addColumn,
  'auditLog.column.remove': removeColumn,
  'auditLog.column.moveLeft': moveColumn(-1),
  'auditLog.column.moveRight': moveColumn(1),
  'auditLog.column.reset': (view) => view.act({ act: 'columns', change: { does: 'reset' } }),
};
