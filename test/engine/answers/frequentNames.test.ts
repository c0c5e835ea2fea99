import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdCounts } from '../../../src/engine/answers/counting.ts';
import { frequentTexts, mostFrequent, SparseCounts } from '../../../src/engine/answers/frequentNames.ts';
import { ByteDictionary } from '../../../src/engine/columns/byteDictionary.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { runs } from '../../runs.ts';

/** Many names, names that begin alike, names beyond ASCII, and bytes that are no UTF-8, of which several have one text. */
const name = fc.oneof(
  { weight: 3, arbitrary: fc.nat(1200).map((number) => new TextEncoder().encode(`n${number}`)) },
  fc.stringMatching(/^in{0,2}[a-c]{0,3}$/).map((text) => new TextEncoder().encode(text)),
  fc.constantFrom('\u{ffff}', '\u{1f600}', 'é', '__proto__').map((text) => new TextEncoder().encode(text)),
  fc.constantFrom([0xff], [0xfe], [0x69, 0x80]).map((bytes) => Uint8Array.from(bytes)),
);

it('the most frequent names are those that counting every text gives', async () => {
  const work = new CooperativeTask(new AbortController().signal);
  await fc.assert(
    fc.asyncProperty(fc.array(name, { maxLength: 900 }), fc.constantFrom(0, 1, 3, 10, Infinity), async (names, limit) => {
      const dictionary = new ByteDictionary(1);
      const ids = Uint32Array.from(names, (bytes) => dictionary.intern(bytes, 0, bytes.length));
      const counts = new IdCounts();
      counts.add(ids, new Uint32Array(ids.length), ids.length, dictionary.size);
      const texts = new Map<string, number>();
      ids.forEach((id) => texts.set(dictionary.text(id), (texts.get(dictionary.text(id)) ?? 0) + 1));
      const sparse = new SparseCounts();
      ids.forEach((id) => sparse.add(id, 1));
      for (const counted of [counts, sparse]) {
        const found = await frequentTexts(counted, dictionary, limit, work);
        expect(found.distinct).toBe(texts.size);
        expect(Object.entries(found.most)).toEqual(Object.entries(mostFrequent(texts, limit)));
      }
    }),
    { numRuns: runs(200) },
  );
});

it('few and many ids, near and far, are counted one by one', async () => {
  const work = new CooperativeTask(new AbortController().signal);
  const run = fc.record({ from: fc.oneof(fc.nat(3000), fc.nat(1_000_000)), length: fc.integer({ min: 1, max: 2500 }), count: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(run, { maxLength: 12 }), async (ranges) => {
      const sparse = new SparseCounts();
      const counts = new Map<number, number>();
      for (const { from, length, count } of ranges) {
        for (let id = from; id < from + length; id++) {
          sparse.add(id, count + 1);
          counts.set(id, (counts.get(id) ?? 0) + count + 1);
        }
      }
      const visited = new Map<number, number>();
      await sparse.forEach(work, (id, count) => visited.set(id, (visited.get(id) ?? 0) + count));
      expect(visited).toEqual(counts);
      expect([...counts.keys()].every((id) => sparse.of(id) === counts.get(id))).toBe(true);
      expect([sparse.of(2_000_000), sparse.of(0)]).toEqual([0, counts.get(0) ?? 0]);
    }),
    { numRuns: runs(40) },
  );
});
