import { describe, expect, it, test } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { compileEvents, documentedEvent, eventNames } from '../../../src/core/formats/documentedEvents.ts';
import { eventPhrase } from '../../../src/core/formats/eventPhrase.ts';
import { formatData } from '../../../src/core/formats/formatData.ts';
import type { EventDescription } from '../../../src/core/formats/definition/formatDocumentation.ts';
import type { AuditFormat } from '../../../src/core/formats/definition/format.ts';
import { auditEvents, eventOf } from '../../../src/core/formats/attestation/events.ts';

const documented = formatData.map((format) => [format.id, format] as const);

function eventsOf(id: string): AuditFormat {
  return builtInFormats.ofId(id)!.format;
}

/**
 * The operations are named as public documentation has them:
 *
 * - CloudTrail: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 *   and https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 * - Kubernetes: https://kubernetes.io/docs/reference/access-authn-authz/authorization/
 * - Microsoft Entra: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 * - Microsoft 365: https://learn.microsoft.com/purview/audit-log-activities
 * - Google Cloud: https://cloud.google.com/logging/docs/audit/services
 * - Azure: https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations
 * - Key Vault: https://learn.microsoft.com/azure/key-vault/general/logging
 */
describe.each(documented)('the catalogue of %s', (id, { events = [], targets = [] }) => {
  it('names each operation once', () => {
    const names = events.flatMap(({ operation, synonyms = [] }) => [operation, ...synonyms]).map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('finds each of its operations, in any case', () => {
    for (const event of events) {
      for (const name of [event.operation, ...(event.synonyms ?? [])].map((one) => one.replaceAll('*', 'Anything/x'))) {
        expect([name, documentedEvent(eventsOf(id), name.toUpperCase())?.title]).toEqual([name, event.title]);
      }
    }
  });

  it('has titles, descriptions and phrases in their form', () => {
    expect(events.length).toBeGreaterThan(id === 'entraSignIn' ? 0 : 24);
    expect(events.filter(({ title }) => !/^[A-Z].*[^.]$/.test(title)).map(({ title }) => title)).toEqual([]);
    expect(events.filter(({ description = '' }) => !/^[A-Z].*\.$/.test(description)).map(({ description }) => description)).toEqual([]);
    expect(events.filter(({ phrase }) => phrase !== undefined && !/^[a-z].*[^.]$/.test(phrase)).map(({ phrase }) => phrase)).toEqual([]);
  });

  it('names in phrases only targets that records of the format have', () => {
    const types = new Set(targets.map(({ type }) => (typeof type === 'string' ? type : undefined)));
    // The records of these name the types of their targets themselves.
    const isOpen = types.has(undefined);
    const wrong = events.flatMap(({ phrase = '' }) => eventPhrase(phrase).types).filter((type) => !isOpen && !types.has(type));
    expect(wrong).toEqual([]);
  });

  it('has no phrase for what only fails', () => {
    expect(events.filter(({ operation, phrase }) => /fail/i.test(operation) && phrase !== undefined)).toEqual([]);
  });
});

describe('a catalogue', () => {
  const event = (operation: string, ...synonyms: readonly string[]): EventDescription => ({ operation, title: `T ${operation}`, synonyms });
  const find = compileEvents([event('a/write'), event('*/write'), event('x*z', 'other', 'b/*')]);

  test.each<[operation: string, title: string | undefined]>([
    ['a/write', 'T a/write'],
    ['A/Write', 'T a/write'],
    ['b/write', 'T */write'],
    ['xyz', 'T x*z'],
    ['xz', 'T x*z'],
    ['OTHER', 'T x*z'],
    ['b/read', 'T x*z'],
    ['read', undefined],
    ['', undefined],
  ])('%j is %j', (operation, title) => {
    expect(find(operation)?.title).toBe(title);
  });

  it('names an event by its title and its operations, patterns aside', () => {
    expect(eventNames({ operation: '*/write', title: 'Write', synonyms: ['put'] })).toEqual(['Write', 'put']);
    expect(eventNames({ operation: 'add user', title: 'Add user' })).toEqual(['Add user']);
  });

  it('has nothing for a format without events', () => {
    expect(documentedEvent(eventsOf('generic'), 'login')).toBeUndefined();
  });
});

it('Attestation’s events are called the same in the logs of Azure', () => {
  const words = (title: string): string => title.replaceAll(' ', '').toLowerCase();
  for (const { operation: name, synonyms = [] } of auditEvents) {
    for (const format of ['azureResourceLog', 'azureLogAnalytics']) {
      for (const operation of [name, ...synonyms]) {
        expect([operation, words(documentedEvent(eventsOf(format), operation)?.title ?? '')]).toEqual([
          operation,
          words(eventOf(operation)!.title),
        ]);
      }
    }
  }
});

it('all names are there for filters', () => {
  expect(builtInFormats.eventNames).toContain('Stop Logging');
  expect(builtInFormats.eventNames).toContain('get pods/exec');
  expect(builtInFormats.eventNames.filter((name) => name.includes('*'))).toEqual([]);
});
