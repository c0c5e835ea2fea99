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
  for (const slot of schedule(records, random)) {
    const blemish = blemishes.get(index);
    index++;
    const { record, stamp } = plot.next(slot);
    const line = recordText(record);
    if (blemish === undefined) {
      yield `${line}\n`;
      continue;
    }
    switch (blemish) {
      case 'brokenLine':
      case 'trailingComma':
        // Such a line is no record, so one that can be read follows.
        yield `${spoil(line, blemish)}\n`;
        yield `${recordText(plot.next(slot).record)}\n`;
        break;
      case 'gap':
        writers.skip(stamp, gapLength);
        yield `${line}\n`;
        break;
      default:
        yield `${spoil(line, blemish)}\n`;
    }
  }
}
