import { describe, expect, it } from 'vitest';
import { attestationFormat } from '../../../src/core/formats/attestation/attestationFormat.ts';
import { auditEvents } from '../../../src/core/formats/attestation/events.ts';
import { formatData, genericData } from '../../../src/core/formats/formatData.ts';
import { builtInFilters } from '../../../src/core/query/builtInFilters.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';

const formats = [attestationFormat, genericData, ...formatData].map(({ id, filters = {} }) => ({ id, filters }));

function queryOf(name: string, ...ids: readonly string[]): string | undefined {
  const inLog = ids.flatMap((id) => formats.filter((format) => format.id === id));
  return builtInFilters(inLog).find((filter) => filter.name === name)?.query;
}

describe('filters that are built in', () => {
  it('are filters, for a log of any formats', () => {
    const filters = [...formats.map((format) => [format]), formats, []].flatMap(builtInFilters);
    expect(filters.filter(({ query }) => !parseQuery(query).ok)).toEqual([]);
    expect(filters.length).toBeGreaterThan(40);
  });

  it('are offered only where a format has what they ask for', () => {
    const offered = (name: string): readonly string[] => formats.map(({ id }) => id).filter((id) => queryOf(name, id) !== undefined);
    expect(offered('loginsWithoutMfa').toSorted()).toEqual(['cloudTrail', 'entraSignIn']);
    expect(offered('adminOnly').toSorted()).toEqual(['attestation', 'azureLogAnalytics', 'azureResourceLog']);
    expect(offered('failures')).toHaveLength(formats.length);
  });

  it('ask each format for its own where a log has several', () => {
    expect(queryOf('adminOnly', 'cloudTrail', 'attestation', 'azureResourceLog')).toBe(
      '(format:(attestation, azureResourceLog) (event:"Rehydrate Tenants After Disaster"))',
    );
    expect(queryOf('deletes', 'cloudTrail', 'm365Audit')).toBe(
      '(format:(cloudTrail) (operation:(Delete*, Terminate*, ScheduleKeyDeletion))) OR (format:(m365Audit) (operation:*delete*))',
    );
  });

  it('know the operations that the documentation reserves to administrators', () => {
    const reserved = auditEvents.filter(({ isAdminOnly }) => isAdminOnly === true);
    expect(queryOf('adminOnly', 'attestation')).toBe(reserved.map(({ title }) => `event:"${title}"`).join(' OR '));
  });
});
