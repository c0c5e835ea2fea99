import { describe, expect, it } from 'vitest';
import { exportName } from '../../../src/host/export/exportName.ts';

describe('the name that is proposed for exported records', () => {
  it.each([
    ['month.audit.ndjson', 'ndjson', 'month-records.audit.ndjson'],
    ['month.audit.json.gz', 'json', 'month-records.audit.json'],
    ['PT1H.json', 'csv', 'PT1H-records.csv'],
    ['a.b.LOG', 'markdown', 'a.b-records.md'],
    ['Untitled-1', 'parquet', 'Untitled-1-records.parquet'],
    ['.json', 'csv', '.json-records.csv'],
  ] as const)('of %s as %s is %s', (log, format, expected) => {
    expect(exportName(log, format)).toBe(expected);
  });
});
