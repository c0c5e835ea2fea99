import { describe, expect, it, test } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { auditEvents } from '../../../src/core/formats/attestation/events.ts';
import { unknownEvent } from '../../../src/engine/query/unknownEvent.ts';

function judge(text: string): ReturnType<typeof unknownEvent> {
  const parsed = parseQuery(text);
  if (!parsed.ok || parsed.query.kind !== 'field') {
    throw new Error(text);
  }
  return unknownEvent(parsed.query, builtInFormats);
}

describe('an event that no log can have', () => {
  test.each<[text: string, code: string, suggestions: readonly string[]]>([
    ['event:SetPolcy', 'query.unknownValueNear', ['SetPolicy']],
    ['event:StopLoging', 'query.unknownValueNear', ['StopLogging', 'Stop Logging']],
    ['event:(SetCurrentPolicy, NothingOfTheKind)', 'engine.unknownEvent', []],
    ['event:""', 'engine.unknownEvent', []],
    ['event:qqq*', 'engine.unknownEvent', []],
  ])('%s', (text, code, suggestions) => {
    const error = judge(text);
    expect(error?.message.code).toBe(code);
    expect(error?.suggestions.slice(0, suggestions.length)).toEqual(suggestions);
    expect(text.slice(error?.span.start, error?.span.end)).toBe(text.slice('event:'.length));
  });
});

describe('what is asked', () => {
  it('may be any name of any documented event', () => {
    const names = [
      ...builtInFormats.eventNames,
      ...auditEvents.flatMap(({ operation, title, synonyms = [] }) => [operation, title, ...synonyms]),
    ];
    expect(names.filter((name) => judge(`event:${JSON.stringify(name)}`) !== undefined)).toEqual([]);
  });

  test.each(['event:null', 'event:(null, CreateUser)', 'event:stop*', 'event~/x/', 'operation:qqq'])('may be %s', (text) => {
    expect(judge(text)).toBeUndefined();
  });
});
