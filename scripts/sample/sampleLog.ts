import { gapLength, placeBlemishes, spoil } from './blemishes.ts';
import { createCast } from './cast.ts';
import { createPlot } from './plot.ts';
import { createRandom } from './random.ts';
import { recordText } from './recordText.ts';
import { schedule } from './schedule.ts';
import { createWriters } from './writers.ts';

export interface SampleOptions {
  /** Records that can be read; damaged lines come on top. */
  readonly records: number;
  readonly seed: number;
  /** Attestation instances that take part. */
  readonly instances: number;
  /** Without damage, gaps, duplicates, and values that are wrong or unknown. */
  readonly clean: boolean;
}

/** The options of the log that the extension brings along. */
export const monthSample: SampleOptions = { records: 2_000, seed: 1, instances: 12, clean: false };

/**
 * A month of an attestation service, line by line and in order of time; the options decide each byte. Every line but a
 * truncated last one ends with a line feed. Holds nothing but the present state, so that a gigabyte is written like a
 * kilobyte.
 */
export function* sampleLog({ records, seed, instances, clean }: SampleOptions): Generator<string> {
  const random = createRandom(seed);
  const writers = createWriters(random);
  const plot = createPlot(createCast(instances, random), writers, random);
  const blemishes = placeBlemishes(clean ? 0 : records);
  let index = 0;
  let lastSlot = 0;
  let previous = '';
  for (const slot of schedule(records, random)) {
    const blemish = blemishes.get(index++);
    lastSlot = slot;
    if (blemish === 'duplicate') {
      yield previous;
      continue;
    }
    const { record, stamp } = plot.next(slot);
    const line = recordText(record);
    previous = `${blemish === undefined ? line : spoil(line, blemish)}\n`;
    yield previous;
    if (blemish === 'gap') {
      writers.skip(stamp, gapLength);
    } else if (blemish === 'brokenLine' || blemish === 'trailingComma') {
      // No record can be read from such a line, so one that can be read makes up for it.
      previous = `${recordText(plot.next(slot).record)}\n`;
      yield previous;
    }
  }
  if (blemishes.size > 0) {
    yield spoil(recordText(plot.next(lastSlot).record), 'brokenLine');
  }
}
