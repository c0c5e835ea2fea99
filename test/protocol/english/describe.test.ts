import { describe, expect, it } from 'vitest';
import { auditEvents } from '../../../src/core/formats/attestation/events.ts';
import { identityTypes } from '../../../src/core/record/identities.ts';
import { knownResults, resultGroups } from '../../../src/core/record/results.ts';
import { targetTypes } from '../../../src/core/record/targets.ts';
import { describeEnglish as explanationsEnglish } from '../../../src/protocol/english/describe.ts';
import { sentencesEnglish } from '../../../src/protocol/english/sentences.ts';
import { placesIn, wordsUnder } from './templates.ts';

const events = auditEvents.map(({ operation }) => operation);
const namedEvents = ['CreateInstance.named', 'DestroyInstance.named'];

const describeEnglish = { ...sentencesEnglish, ...explanationsEnglish };

/** Those that leave out what a column says. */
const isShort = (code: string): boolean => /\.no(Caller|Target)$/.test(code);
const wholeWords = Object.fromEntries(Object.entries(describeEnglish).filter(([code]) => !isShort(code)));

function under(part: string): ReadonlyMap<string, string> {
  return wordsUnder(wholeWords, `describe.${part}.`);
}

describe('there are words', () => {
  it.each<[part: string, names: readonly string[]]>([
    ['done', [...events, ...namedEvents, 'other', 'unnamed']],
    ['tried', [...events, ...namedEvents, 'other', 'unnamed']],
    ['targetType', targetTypes.map(({ name }) => name)],
    ['identityType', identityTypes.map(({ name }) => name)],
    ['outcome', [...knownResults, 'raw', 'none', 'reason']],
    ['group', resultGroups],
    ['caller', ['unknown', 'named', 'typed']],
  ])('of %s for each of these and for no other', (part, names) => {
    expect([...under(part).keys()].toSorted()).toEqual(names.toSorted());
  });
});

it('places for values are numbered from 0, and stand once each', () => {
  for (const [code, text] of Object.entries(wholeWords)) {
    const places = placesIn(text);
    expect([code, new Set(places)]).toEqual([code, new Set(places.keys())]);
  }
});

it('what leaves out what a column says has all places but the one of that', () => {
  // The words of formats come in both forms.
  const short = Object.entries(describeEnglish).filter(([code]) => isShort(code) && !code.startsWith('describe.other.phrase.'));
  expect(short).not.toEqual([]);
  for (const [code, text] of short) {
    const whole = placesIn(describeEnglish[code.replace(/\.no\w+$/, '')] ?? '');
    const leftOut = code.endsWith('.noCaller') || code.includes('.named.') ? 0 : 1;
    expect([code, ...placesIn(text)]).toEqual([code, ...whole.filter((place) => place !== leftOut)]);
  }
});

it.each<[code: string, places: readonly number[]]>([
  ['describe.sentence', [0, 1, 2]],
  ['describe.succeeded', [0, 1]],
  ['describe.outcome.reason', [0, 1]],
  ['describe.heartbeatResult', [0]],
  ['describe.unknownFormat', [0]],
  ['describe.unknownFormat.more', [0]],
  ['describe.caller.named', [0]],
  ['describe.caller.typed', [0, 1]],
  ['describe.on', [0, 1]],
  ['describe.onIn', [0, 1, 2]],
  ['describe.in', [0, 1]],
  ['describe.outcome.raw', [0]],
  ['describe.value.percent', [0]],
  ['describe.value.undocumented', [0]],
  ['describe.note.unexpected', [0]],
])('%s has the values %j in this order', (code, places) => {
  expect(placesIn(describeEnglish[code] ?? '')).toEqual(places);
});

it('what was tried is worded as what was done, and has a place for the same values', () => {
  const done = under('done');
  for (const [name, tried] of under('tried')) {
    expect(tried).toMatch(/^tried to [a-z]/);
    expect(done.get(name)).not.toMatch(/^tried/);
    expect([name, ...placesIn(tried)]).toEqual([name, ...placesIn(done.get(name) ?? '')]);
    expect(placesIn(tried)).toEqual(/named$|^other$/.test(name) && name !== 'unnamed' ? [0] : []);
  }
});

it('what names the keys of other records says whether there are more', () => {
  expect(describeEnglish['describe.unknownFormat.more']).toBe(`${describeEnglish['describe.unknownFormat'] ?? ''}, …`);
});

describe('the form of words', () => {
  it.each(['event', 'note'])('is that of sentences in %s', (part) => {
    for (const [name, text] of under(part)) {
      expect([name, text]).toEqual([name, expect.stringMatching(/^[A-Z“\d].*\.$|^null is .*\.$/)]);
    }
  });

  it.each(['label', 'targetType', 'identityType', 'address'])('is that of a heading or name in %s, and no two are alike', (part) => {
    const texts = [...under(part).values()];
    expect(texts.filter((text) => !/^[A-Z.].*[^.]$/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(['done', 'tried', 'outcome', 'group'])('is that of a part of a sentence in %s', (part) => {
    const texts = [...under(part).values()];
    expect(texts.filter((text) => !/^[a-z{].*[^.]$/.test(text))).toEqual([]);
  });
});
