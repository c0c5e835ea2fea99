import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../src/core/formats/builtInFormats.ts';
import { parseFieldList } from '../../src/core/query/parseFieldList.ts';
import { columnsOf, recordColumn, standardFields, type ColumnContent } from '../../src/core/query/table/tableColumns.ts';
import { translateQuery } from '../../src/core/query/translate/translateQuery.ts';
import { compileRegex } from '../../src/engine/regex/compileRegex.ts';
import { say } from '../../src/protocol/say.ts';
import { naiveLog } from '../engine/query/naive/records.ts';
import { filterChoice, sampleFields, sampleFilters } from '../engine/translate/sampleFilters.ts';
import { typicalFields, typicalFilters } from '../engine/translate/typicalFilters.ts';
import { runs } from '../runs.ts';
import { kustoFaults } from './engines.ts';

/** The types of columns as `docs/command-line.md` says they are to be ingested. */
const types: Readonly<Record<ColumnContent, string>> = {
  text: 'string',
  address: 'string',
  list: 'dynamic',
  ticks: 'long',
  floor: 'decimal',
  isWhole: 'bool',
};

function columnsWith(further: string): readonly (readonly [string, string])[] {
  const parsed = parseFieldList(further, builtInFormats.documentedNames);
  const fields = parsed.ok ? parsed.fields : [];
  const columns = new Map([...standardFields, ...fields].flatMap(columnsOf).map(({ name, content }) => [name, types[content]]));
  return [[recordColumn, 'string'], ...columns];
}

/** What is wrong with the translation of a filter; undefined where there is none. */
function faultsOf(filter: string, columns: ReturnType<typeof columnsWith>): readonly string[] | undefined {
  const translation = translateQuery(filter, 'kql', { compileRegex, say });
  return translation.ok ? kustoFaults(translation.text, 'AuditLog', columns) : undefined;
}

describe('a filter in KQL', () => {
  it('is right by Microsoft’s language service for the schema of the table, or is refused', () => {
    const columns = columnsWith(`text,${sampleFields.map((name) => name.replace(/^key\.(?=.*\s)(.*)$/, 'key."$1"')).join(',')}`);
    const tally = { refused: 0, right: 0 };
    fc.assert(
      fc.property(naiveLog, fc.array(filterChoice, { minLength: 20, maxLength: 20 }), (sources, choices) => {
        for (const filter of sampleFilters(sources, choices)) {
          const faults = faultsOf(filter, columns);
          expect({ filter, faults: faults ?? [] }).toEqual({ filter, faults: [] });
          tally[faults === undefined ? 'refused' : 'right']++;
        }
      }),
      { numRuns: runs(8), endOnFailure: true },
    );
    expect(tally.right).toBeGreaterThan(40);
  }, 7_200_000);

  it.each(typicalFilters)('is right: %s', (filter) => {
    expect(faultsOf(filter, columnsWith(typicalFields)) ?? []).toEqual([]);
  });

  it('is checked by what finds unknown columns, wrong types and bad syntax', () => {
    const columns = columnsWith('');
    expect(kustoFaults('AuditLog | where nothing == "x"', 'AuditLog', columns)).toEqual([expect.stringContaining('nothing')]);
    expect(kustoFaults('AuditLog | where operation', 'AuditLog', columns)).not.toEqual([]);
    expect(kustoFaults('AuditLog | where (operation == "x"', 'AuditLog', columns)).not.toEqual([]);
  });
});
