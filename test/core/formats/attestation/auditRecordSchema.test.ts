import { describe, expect, it } from 'vitest';
import { numberFields } from '../../../../src/core/rules/numberRules.ts';
import { nullableTextKeys } from '../../../../src/core/rules/valueRules.ts';
import { documentedKeys } from '../../../../src/core/formats/attestation/fields.ts';
import schema from '../../../../src/core/formats/attestation/auditRecord.schema.json' with { type: 'json' };

interface Part {
  readonly type: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const properties = new Map<string, Part>(Object.entries(schema.properties));
const named: readonly (readonly [string, Part])[] = [
  ...properties,
  ...Object.entries(schema.properties.callerIdentities.items.properties),
  ...Object.entries(schema.properties.targetResources.items.properties),
];

function typesOf(part: Part): readonly string[] {
  return [part.type].flat();
}

describe('the schema of a record', () => {
  it('knows the documented keys, in their order', () => expect([...properties.keys()]).toEqual(documentedKeys));

  it.each(named)('tells what %s means', (_, part) => {
    expect(part.title).toMatch(/^[A-Z]\S/);
    expect(part.description).toMatch(/^[A-Z].*\.$/s);
  });

  it('agrees with the rules on which texts may be null', () => {
    const nullable = [...properties].filter(([, part]) => typesOf(part).includes('string') && typesOf(part).includes('null'));
    expect([...nullableTextKeys]).toEqual(nullable.map(([key]) => key));
  });

  it('agrees with the rules on numbers', () => {
    const limited = [...properties].filter(([, part]) => typesOf(part).includes('integer') || part.minimum !== undefined);
    expect(new Map(limited.map(([key, part]) => [key, [typesOf(part).join(), part.minimum, part.maximum]]))).toEqual(
      new Map([...numberFields].map(([key, { types, minimum, maximum }]) => [key, [types, toNumber(minimum), toNumber(maximum)]])),
    );
  });
});

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
