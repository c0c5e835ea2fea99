import type { RecentFilters } from '../editor/recentFilters.ts';
import type { ViewCommand } from './commandContext.ts';
import { filterByField } from './filterByField.ts';
import { filterByName } from './filterByName.ts';
import { filterByText } from './filterByText.ts';
import { filterByTime } from './filterByTime.ts';
import {
  callerChoice,
  categoryChoice,
  filterByTarget,
  filterByValues,
  findingChoice,
  operationChoice,
  resultChoice,
} from './filterByValues.ts';
import { pinFilter, unpinFilter } from './pinFilter.ts';
import { saveFilter } from './saveFilter.ts';

/** Commands that change what the timeline is filtered by, by their ids. */
export function filterCommands(recent: RecentFilters): Readonly<Record<string, ViewCommand>> {
  return {
    'auditLog.filter.byOperation': (view, argument) => filterByValues(view, operationChoice(), argument),
    'auditLog.filter.byResult': (view, argument) => filterByValues(view, resultChoice(), argument),
    'auditLog.filter.byCaller': (view, argument) => filterByValues(view, callerChoice(), argument),
    'auditLog.filter.byTarget': filterByTarget,
    'auditLog.filter.byCategory': (view, argument) => filterByValues(view, categoryChoice(), argument),
    'auditLog.filter.byFinding': (view, argument) => filterByValues(view, findingChoice(), argument),
    'auditLog.filter.byText': filterByText,
    'auditLog.filter.byField': filterByField,
    'auditLog.filter.byTimeRange': filterByTime,
    'auditLog.filter.bySaved': (view, argument) => filterByName(view, argument, recent),
    'auditLog.filter.save': saveFilter,
    'auditLog.filter.pin': pinFilter,
    'auditLog.filter.unpin': unpinFilter,
    'auditLog.filter.clear': (view) => view.apply({ kind: 'filter', query: '', range: null, off: [] }),
  };
}
