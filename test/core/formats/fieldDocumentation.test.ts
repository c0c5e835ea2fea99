import { describe, expect, it, test } from 'vitest';
import { formatData } from '../../../src/core/formats/formatData.ts';
import type { AuditFormat, PairSource, TextSource } from '../../../src/core/formats/definition/format.ts';
import type { Path } from '../../../src/core/formats/definition/paths.ts';
import { stepsOf } from '../../../src/core/formats/definition/paths.ts';
import { inventedRecords, type InventedFormat } from './inventedRecords.ts';

/** Where the fields and the meanings of their values are from, beside the format's own `documentation`. */
const sources: Readonly<Record<string, readonly string[]>> = {
  azureActivityEvent: [
    'https://learn.microsoft.com/rest/api/monitor/activity-logs/list',
    'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference',
  ],
  azureLogAnalytics: [
    'https://learn.microsoft.com/azure/azure-monitor/reference/tables/azureactivity',
    'https://learn.microsoft.com/azure/azure-monitor/reference/tables/auditlogs',
    'https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs',
  ],
  azureResourceLog: [
    'https://learn.microsoft.com/azure/attestation/view-logs',
    'https://learn.microsoft.com/azure/key-vault/general/logging',
    'https://learn.microsoft.com/azure/storage/blobs/monitor-blob-storage-reference',
  ],
  cloudTrail: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
  ],
  entraAudit: [
    'https://learn.microsoft.com/graph/api/resources/targetresource',
    'https://learn.microsoft.com/graph/api/resources/auditactivityinitiator',
    'https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities',
  ],
  entraSignIn: [
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    'https://learn.microsoft.com/graph/api/resources/appliedconditionalaccesspolicy',
    'https://learn.microsoft.com/graph/api/resources/devicedetail',
  ],
  gcpAudit: [
    'https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry',
    'https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto',
  ],
  kubernetesAudit: [
    'https://kubernetes.io/docs/reference/labels-annotations-taints/audit-annotations/',
    'https://kubernetes.io/docs/reference/access-authn-authz/authorization/',
  ],
  m365Audit: ['https://learn.microsoft.com/purview/audit-log-detailed-properties'],
};

/** The paths that play a role. */
function mapped(format: AuditFormat): readonly Path[] {
  const { time, furtherTimes, operation, result, outcome, description, category, address, request, displayName } = format;
  const texts = [
    ...operation,
    ...[time, furtherTimes, result, description, category, address, request, displayName].flatMap((all) => all ?? []),
  ];
  const pairs = [...(format.callers ?? []), ...(format.targets ?? [])];
  return [...texts.flatMap(pathsOfText), ...(outcome ?? []).map(({ path }) => path), ...pairs.flatMap(pathsOfPair)];
}

function pathsOfText(source: TextSource): readonly Path[] {
  return isPath(source) ? [source] : source.join.map(({ path }) => path);
}

function isPath(source: TextSource): source is Path {
  return typeof source === 'string' || Array.isArray(source);
}

function pathsOfPair(source: PairSource): readonly Path[] {
  if (!('each' in source)) {
    return [source.path];
  }
  const { each, value, type } = source;
  const within = [...value, ...(typeof type === 'string' ? [] : [type.path])];
  return [each, ...within.map((path) => [...stepsOf(each), '[]', ...stepsOf(path)])];
}

const nameOf = (path: Path): string => JSON.stringify(stepsOf(path));

describe.each(formatData.map((format) => [format.id, format] as const))('the fields of %s', (id, format) => {
  const fields = format.fields ?? [];
  const documented = new Set(fields.map(({ path }) => nameOf(path)));

  it('are each path that plays a role', () => {
    expect(
      mapped(format)
        .map(nameOf)
        .filter((name) => !documented.has(name)),
    ).toEqual([]);
  });

  it('are each key that its invented record has', () => {
    const keys = Object.keys(inventedRecords[id as InventedFormat]);
    expect(keys.filter((key) => !documented.has(nameOf([key])))).toEqual([]);
  });

  it('are documented once', () => {
    expect(documented.size).toBe(fields.length);
  });

  it('have a title of a few words, and sentences', () => {
    for (const { title, description, values = {} } of fields) {
      expect(title).toMatch(/^[A-Z][\w'-]*(?: [\w'-]+){0,3}$/);
      for (const text of [description, ...Object.values(values)]) {
        expect(text).toMatch(/^\w[^{}]*[^\s.]\.$/);
        expect(text.length).toBeLessThan(180);
        expect(text).not.toMatch(/\s\s/);
      }
    }
  });

  it('give no value two meanings but for its case', () => {
    for (const { values = {} } of fields) {
      const folded = Object.keys(values).map((value) => value.toLowerCase());
      expect(new Set(folded).size).toBe(folded.length);
    }
  });
});

test('each format says in a line what it is, has an icon, and sources', () => {
  for (const { id, summary, icon } of formatData) {
    expect([id, summary, icon]).toEqual([id, expect.stringMatching(/^[A-Z].*\.$/), expect.stringMatching(/^[a-z-]+$/)]);
  }
  expect(Object.keys(sources)).toEqual(formatData.map(({ id }) => id));
});
