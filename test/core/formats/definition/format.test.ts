import { expect, it } from 'vitest';
import schema from '../../../../src/core/formats/auditFormat.schema.json' with { type: 'json' };
import type { AuditFormat } from '../../../../src/core/formats/definition/format.ts';
import type { EventDescription, FieldDocumentation } from '../../../../src/core/formats/definition/formatDocumentation.ts';

type Keys<T> = Readonly<Record<keyof T, true>>;

const ofFormat: Keys<Required<AuditFormat>> = {
  id: true,
  title: true,
  summary: true,
  documentation: true,
  icon: true,
  detection: true,
  ownKeys: true,
  public: true,
  envelopes: true,
  strict: true,
  time: true,
  furtherTimes: true,
  operation: true,
  result: true,
  outcome: true,
  description: true,
  category: true,
  address: true,
  request: true,
  displayName: true,
  callers: true,
  targets: true,
  recordId: true,
  stage: true,
  sequence: true,
  changes: true,
  hierarchies: true,
  facets: true,
  columns: true,
  filters: true,
  events: true,
  fields: true,
};
const ofEvent: Keys<Required<EventDescription>> = {
  operation: true,
  title: true,
  description: true,
  synonyms: true,
  phrase: true,
  isInferred: true,
  isAdminOnly: true,
  isRecordedWhenDone: true,
  effects: true,
};
const ofField: Keys<Required<FieldDocumentation>> = {
  path: true,
  type: true,
  title: true,
  description: true,
  group: true,
  isNullable: true,
  items: true,
  isRequired: true,
  isFilled: true,
  minimum: true,
  maximum: true,
  expected: true,
  rule: true,
  isInferred: true,
  values: true,
};

it('the type and the schema name the same parts', () => {
  const { properties } = schema;
  const { $schema: _, ...parts } = properties;
  expect(Object.keys(parts).toSorted()).toEqual(Object.keys(ofFormat).toSorted());
  expect(Object.keys(properties.events.items.properties).toSorted()).toEqual(Object.keys(ofEvent).toSorted());
  expect(Object.keys(properties.fields.items.properties).toSorted()).toEqual(Object.keys(ofField).toSorted());
});
