import { describe, expect, it, test } from 'vitest';
import { compileFormat, type CompiledFormat } from '../../../../src/core/formats/compiledFormat.ts';
import type { AuditFormat } from '../../../../src/core/formats/definition/format.ts';
import { scalarText } from '../../../../src/core/formats/roles.ts';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { LeafTemplates } from '../../../../src/engine/ingest/paths/leafTemplates.ts';

const format: AuditFormat = {
  id: 'invented',
  title: 'Invented',
  documentation: 'https://example.com',
  detection: [{ path: 'kind', startsWith: 'audit', weight: 10 }],
  time: ['at'],
  operation: ['what'],
  callers: [{ type: 'User', path: 'who.name' }],
  targets: [{ each: 'on', value: ['id'], type: 'Thing' }],
};

const record = {
  kind: 'audit/1',
  at: '2026-01-01T00:00:00Z',
  what: 'open',
  who: { name: 'ana', age: 7 },
  on: [{ id: 'x' }],
  note: 'n',
  extra: { a: 1, b: null },
};

function learned(...records: readonly unknown[]): { readonly templates: LeafTemplates; readonly compiled: CompiledFormat } {
  const compiled = compileFormat(format);
  const kind = compiled.evidence[0]!.slot;
  const templates = new LeafTemplates(compiled, compiled.paths, new Set([kind]), 1);
  for (const one of records) {
    const bytes = encodeText(JSON.stringify(one));
    templates.missed(bytes, 0, bytes.length);
  }
  return { templates, compiled };
}

/** Whether a record matches what was learned from others. */
function matches(templates: LeafTemplates, text: string): boolean {
  const bytes = encodeText(text);
  const next = templates.match(bytes, 0, bytes.length);
  expect(next === -1 || next === bytes.length).toBe(true);
  return next !== -1;
}

describe('a template', () => {
  test.each<[title: string, record: unknown, isMatched: boolean]>([
    ['matches a record with another time', { ...record, at: '2026-01-02T00:00:00Z' }, true],
    ['matches no record with another value that did not vary', { ...record, what: 'close' }, false],
    ['matches no record with other keys', { ...record, more: 1 }, false],
    ['matches no record of what may be another format', { ...record, kind: 'audit/2' }, false],
  ])('%s', (_, other, isMatched) => {
    const { templates } = learned(record);
    expect(matches(templates, JSON.stringify(other))).toBe(isMatched);
  });

  test.each<[title: string, second: unknown, third: unknown, isMatched: boolean]>([
    ['varies where two records differ', { ...record, note: 'm' }, { ...record, note: 'l' }, true],
    ['takes null where no path leads', { ...record, extra: { a: 1, b: 'x' } }, { ...record, extra: { a: 1, b: null } }, true],
    ['takes no null in place of a member of the record', { ...record, note: 'm' }, { ...record, note: null }, false],
    ['takes no object in place of a value', { ...record, extra: { a: 2, b: null } }, { ...record, extra: { a: {}, b: null } }, false],
    ['takes no text that may be JSON in place of a member', { ...record, note: 'm' }, { ...record, note: '{"a":1}' }, false],
    ['has a template for each number of items', { ...record, on: [{ id: 'x' }, { id: 'y' }] }, { ...record, on: [] }, false],
  ])('%s', (_, second, third, isMatched) => {
    const { templates } = learned(record, second);
    expect(matches(templates, JSON.stringify(third))).toBe(isMatched);
  });

  it('knows what paths lead to, in values that vary and in those that do not', () => {
    const { templates, compiled } = learned(record, { ...record, who: { name: 'ben', age: 7 }, note: 'm' });
    expect(matches(templates, JSON.stringify({ ...record, who: { name: 'a "long" name', age: 7 }, note: 'longer' }))).toBe(true);
    const { matched } = templates;
    const textsAt = (slot: number): readonly (string | undefined)[] => matched.values(slot).map(scalarText);
    expect(compiled.time.flatMap(textsAt)).toEqual([record.at]);
    expect(compiled.operation.flatMap((text) => ('slot' in text ? textsAt(text.slot) : []))).toEqual(['open']);
    expect(compiled.callers.flatMap((one) => ('slot' in one ? textsAt(one.slot) : []))).toEqual(['a "long" name']);
    expect(matched.roles).toMatchObject({ time: true, callers: true, operation: false, targets: false });
  });

  it('says of numbers that vary whether JavaScript holds them', () => {
    const { templates } = learned(record, { ...record, who: { name: 'ana', age: 8 } });
    expect(matches(templates, JSON.stringify({ ...record, who: { name: 'ana', age: 9 } }))).toBe(true);
    expect(templates.matched.isLossless).toBe(true);
    expect(matches(templates, JSON.stringify(record).replace('"age":7', '"age":9007199254740993'))).toBe(true);
    expect(templates.matched.isLossless).toBe(false);
  });

  it('is not made of a record with JSON text in which paths go on', () => {
    const withText = { ...record, who: '{"name":"ana"}' };
    const { templates } = learned(withText);
    expect(matches(templates, JSON.stringify(withText))).toBe(false);
  });

  it('is given up where records match none again and again', () => {
    const { templates } = learned(record);
    const different = JSON.stringify({ ...record, what: 'close' });
    for (let turn = 0; turn < 200; turn++) {
      expect(matches(templates, different)).toBe(false);
    }
    expect(matches(templates, JSON.stringify(record))).toBe(false);
  });
});
