import fc from 'fast-check';
import { regularOrOdd } from './generate.ts';

/** A record of which nothing is to be said, as long as its texts are not empty. */
const clean: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    operationName: fc.constantFrom('SetCurrentPolicy', 'CreateInstance'),
    resultType: fc.constantFrom('Success', 'Failure'),
    resultDescription: fc.constantFrom(null, 'ok', ''),
    auditEventCategory: fc.constant(['ApplicationManagement']),
    callerIpAddress: fc.constantFrom(null, '192.0.2.1'),
    callerDisplayName: fc.constantFrom(null, 'Dana', ''),
    callerIdentities: fc.constantFrom([{ callerIdentityType: 'UPN', callerIdentity: 'dana@contoso.com' }], []),
    targetResources: fc.constantFrom([{ targetResourceType: 'ServiceRegion', targetResourceName: 'EastUS2' }], []),
    resultSignature: fc.constantFrom('400', '200', 500, null),
    env_ver: fc.constant('2.1'),
    env_name: fc.constant('#Ifx.AuditSchema'),
    env_time: fc.constant('2020-11-23T18:23:29.9427158Z'),
    env_seqNum: fc.integer({ min: 0, max: 20 }),
    env_cv: fc.constantFrom(null, '##1', ''),
    env_os: fc.constantFrom(null, 'Windows', ''),
  },
  { requiredKeys: ['operationName', 'resultType', 'auditEventCategory', 'callerIdentities', 'targetResources'] },
);
const anyRecord = fc.oneof(
  clean,
  regularOrOdd.map((text) => JSON.parse(text) as Record<string, unknown>),
);

/** How a writer sets its records: what stands around colons and commas. */
const settings = [
  (text: string): string => text,
  (text: string): string => text.replace(/":(?=[^:])/g, '": ').replace(/,"/g, ', "'),
  (text: string): string => text.replace(/":(?=[^:])/g, '" :\t').replace(/\{"/g, '{ "'),
];

/** What JSON.stringify never writes, though it means the same or is another number. */
const respellings = [
  (text: string): string => text,
  (text: string): string => text.replace('Success', '\\u0053uccess'),
  (text: string): string => text.replace('"env_time"', '"env\\u005ftime"'),
  (text: string): string => text.replace('"env_seqNum":', '"env_seqNum":18446744073709551615,"more":'),
  (text: string): string => text.replace('257', '2.57e2'),
  (text: string): string => text.replace(/"env_seqNum":(\d+)(?![\d.])/, '"env_seqNum":$1e0'),
  (text: string): string => text.replace(/"env_seqNum":(\d+)(?![\d.])/, '"env_seqNum":$1.0'),
  (text: string): string => text.replace('"r1"', '"\\ud800"'),
  (text: string): string => text.replace('{"', '{"unheardOf":-0.0,"'),
];

/**
 * Logs as writers write them: each line has the keys of one of a few records and differs from it in some values, now and
 * then in its spelling.
 */
export const similarRecords: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.array(anyRecord, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...settings),
    fc.array(
      fc.tuple(
        fc.nat({ max: 2 }),
        anyRecord,
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: respellings.length - 1 }) }),
      ),
      { minLength: 1, maxLength: 30 },
    ),
  )
  .map(([bases, set, lines]) =>
    lines.map(([which, others, changed, respelled]) => {
      const base = bases[which % bases.length]!;
      const keys = Object.keys(base);
      const record = { ...base };
      for (const number of changed) {
        const key = keys[number % Math.max(1, keys.length)];
        if (key !== undefined && key in others) {
          record[key] = others[key];
        }
      }
      return set(respellings[respelled]!(JSON.stringify(record)));
    }),
  );
