import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatData } from '../../../src/core/formats/formatData.ts';
import type { Message } from '../../../src/core/finding/message.ts';
import { eventPhrase, withoutTarget } from '../../../src/core/formats/eventPhrase.ts';
import type { Row } from '../../../src/protocol/answers/page.ts';
import { sayParts } from '../../../src/protocol/say.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../openLog.ts';

const samples = new URL('../../../media/samples/', import.meta.url);
const logs: readonly (readonly [name: string, text: string])[] = [
  ...Object.entries(inventedRecords).map(([name, record]) => [name, JSON.stringify(record)] as const),
  ...readdirSync(samples).map((name) => [name, readFileSync(new URL(name, samples), 'utf8')] as const),
];

/** What the record itself says of a failure is quoted as it is, whatever names it holds. */
const quoted: ReadonlyMap<string, number> = new Map([
  ['describe.outcome.reason', 1],
  ['describe.other.failedFor', 2],
]);

function unquoted({ code, args }: Message): Message {
  return {
    code,
    args: args.map((one, index) => (quoted.get(code) === index ? '' : typeof one === 'object' ? unquoted(one) : one)),
  };
}

/**
 * The names of a row that its sentence repeats beside the columns of caller and target. The one exception: an operation may be named
 * after its target, as `list secrets` of Kubernetes, which is on no object but on the resource `secrets`.
 */
function repeated({ sentence, caller, instance, operation }: Row): readonly string[] {
  const said = sayParts(unquoted(sentence), ['noCaller', 'noTarget']).map(({ text }) => text);
  const names = [caller?.value ?? '', instance ?? ''].filter((name) => name !== '');
  return names.filter((name) => operation?.includes(name) !== true && said.some((text) => text.includes(name)));
}

it.each(logs)('beside the columns of caller and target no sentence of %s repeats them', async (_, text) => {
  const log = await openLog(text);
  const { rows } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 1000, isWhole: true });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => repeated(row).length > 0)).toEqual([]);
});

it('beside the column of a target the words of each documented event can do without it', () => {
  const phrases = formatData.flatMap(({ events = [] }) => events.flatMap(({ phrase }) => (phrase === undefined ? [] : [phrase])));
  const kept = phrases.flatMap((phrase) => {
    const { words, types } = eventPhrase(phrase);
    return types.flatMap((_type, place) => (withoutTarget(words, place).includes(`{${place}}`) ? [phrase] : []));
  });
  expect([phrases.length > 300, kept]).toEqual([true, []]);
});
