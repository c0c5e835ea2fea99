import type { ViewCommand } from './commandContext.ts';
import { compareWithSelected, selectForCompare } from './compareRecords.ts';
import { copyAs, copySelected } from './copySelected.ts';
import { excludeTerm, includeTerm, onlyTerm } from './filterByTerm.ts';
import { goToFinding } from './findingCommands.ts';
import { stepCommands } from './goToNeighbour.ts';
import { goToRecord } from './goToRecord.ts';
import { goToSame } from './goToSame.ts';
import { showSurrounding } from './showSurrounding.ts';

/** What is done with the selected record, or selects another one. By the ids of package.json. */
export const recordCommands: Readonly<Record<string, ViewCommand>> = {
  'auditLog.record.goTo': goToRecord,
  'auditLog.record.nextSame': goToSame('next'),
  'auditLog.record.previousSame': goToSame('previous'),
  ...stepCommands,
  'auditLog.finding.next': goToFinding('next'),
  'auditLog.finding.previous': goToFinding('previous'),
  'auditLog.record.showSurrounding': showSurrounding,
  'auditLog.record.selectForCompare': selectForCompare,
  'auditLog.record.compareWithSelected': compareWithSelected,
  'auditLog.record.copy': copySelected,
  'auditLog.record.copyAsJson': (view) => copyAs(view, 'json'),
  'auditLog.record.copyAsCsv': (view) => copyAs(view, 'csv'),
  'auditLog.record.copyAsSentences': (view) => copyAs(view, 'sentences'),
  'auditLog.field.include': includeTerm,
  'auditLog.field.exclude': excludeTerm,
  'auditLog.field.only': onlyTerm,
  'auditLog.record.close': (view) => view.apply({ kind: 'select', ref: null }),
};
