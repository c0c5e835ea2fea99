import type { PagePart } from '../../protocol/viewMessages.ts';
import type { ViewCommand } from './commandContext.ts';

/** Commands that move the keyboard to a part of the timeline's page, by their ids. */
export const focusCommands: Readonly<Record<string, ViewCommand>> = {
  'auditLog.filter.focus': focusOn('filter'),
  'auditLog.records.focus': focusOn('records'),
  'auditLog.histogram.focus': focusOn('timeline'),
  'auditLog.detail.focus': focusOn('detail'),
  'auditLog.lanes.show': focusOn('lanes'),
};

function focusOn(part: PagePart): ViewCommand {
  return (view) => view.focus(part);
}
