import { describe, expect, it } from 'vitest';
import { Scan } from '../../../../src/core/json/jsonScanner.ts';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { sampleRecord } from '../../../../src/engine/ingest/template/sampleRecord.ts';
import { memberSlot, type SlotRules } from '../../../../src/engine/ingest/template/slot.ts';
import type { Template } from '../../../../src/engine/ingest/template/template.ts';
import { TemplateList, type ListedTemplate } from '../../../../src/engine/ingest/template/templateList.ts';

const rules: SlotRules = { alwaysVaries: () => false, neverVaries: () => false, needsHash: () => false };

function listed(template: Template): ListedTemplate {
  return { template, hits: 0, misses: 0, match: (...where) => template.match(...where) };
}

/** A record `{"KEY":VALUE}` whose value is a slot. */
function learn(list: TemplateList<ListedTemplate>, key: string, value: string): void {
  const text = `{"${key}":${value}}`;
  const start = key.length + 4;
  const slots = [{ kind: memberSlot, member: 0, pair: 0, start, end: start + value.length }];
  list.learn(sampleRecord(slots, encodeText(text), 1), rules, listed);
}

function matches(list: TemplateList<ListedTemplate>, text: string): boolean {
  const bytes = encodeText(text);
  return list.match(bytes, 0, bytes.length) === bytes.length;
}

function newList(): TemplateList<ListedTemplate> {
  return new TemplateList(new Scan(), 1);
}

describe('a list of templates', () => {
  it('matches what it has learned, and has the last template that matched at hand', () => {
    const list = newList();
    learn(list, 'a', '1');
    learn(list, 'b', '2');
    expect(matches(list, '{"a":1}')).toBe(true);
    expect(new TextDecoder().decode(list.matched.template.sample.bytes)).toBe('{"a":1}');
    expect(matches(list, '{"a":2}')).toBe(false);
    expect([list.learnings, list.matched.hits]).toEqual([2, 1]);
    expect(list.comparedInVain).toBeGreaterThan(0);
  });

  it('has one template for records that differ in a value', () => {
    const list = newList();
    learn(list, 'a', '1');
    learn(list, 'a', '2');
    expect(matches(list, '{"a":"three"}')).toBe(true);
  });

  it('gives up the template that fewest records match where there are too many', () => {
    const list = newList();
    for (let number = 0; number < 32; number++) {
      learn(list, `k${number}`, '1');
      // All but one are of use.
      expect(number === 7 || matches(list, `{"k${number}":1}`)).toBe(true);
    }
    learn(list, 'one-more', '1');
    list.passed(1_000_000);
    expect(matches(list, '{"k7":1}')).toBe(false);
    expect(matches(list, '{"k8":1}')).toBe(true);
  });

  it('learns from no record that is long, and for a while from none where looks are in vain', () => {
    const list = newList();
    expect(list.isDue(64 * 1024 + 1)).toBe(false);
    let looks = 0;
    for (let record = 0; record < 2000; record++) {
      list.passed(100);
      if (list.isDue(100)) {
        looks++;
        list.lookedInVain();
      }
    }
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(60);
  });
});
