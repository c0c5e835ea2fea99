import { regions } from './cast.ts';
import type { Random } from './random.ts';

/** A running copy of the service in one region: it writes records and counts them within its epoch. */
interface Writer {
  readonly region: string;
  readonly roleInstance: string;
  epoch: string;
  sequence: number;
  /** Ticks of the month at which it starts anew. */
  restart: number;
}

/** What a record tells of its writer. */
export interface Stamp {
  readonly region: string;
  readonly roleInstance: string;
  readonly epoch: string;
  readonly sequence: number;
}

export interface Writers {
  /** The next stamp of a writer in the region, any region for undefined. */
  stamp(region: string | undefined, ticks: number): Stamp;
  /** Makes the writer of a stamp go on `count` numbers later. */
  skip(stamp: Stamp, count: number): void;
}

const instancesPerRegion = 3;
const ticksBetweenRestarts = 9 * 864_000_000_000;
const epochLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export function createWriters(random: Random): Writers {
  const epoch = (): string => Array.from({ length: 5 }, () => epochLetters[random.integer(epochLetters.length)]!).join('');
  const writers = regions.flatMap((region) =>
    Array.from({ length: instancesPerRegion }, (_, index): Writer => {
      const restart = Math.floor(random.next() * ticksBetweenRestarts);
      return { region, roleInstance: `AttestationRpType_IN_${index}`, epoch: epoch(), sequence: 400 + random.integer(1_000), restart };
    }),
  );
  return {
    stamp(region, ticks) {
      const writer = random.pick(region === undefined ? writers : writers.filter((one) => one.region === region));
      if (ticks >= writer.restart) {
        writer.epoch = epoch();
        writer.sequence = 0;
        writer.restart = ticks + Math.floor((0.5 + random.next()) * ticksBetweenRestarts);
      }
      writer.sequence++;
      return { region: writer.region, roleInstance: writer.roleInstance, epoch: writer.epoch, sequence: writer.sequence };
    },
    skip(stamp, count) {
      const writer = writers.find((one) => one.epoch === stamp.epoch);
      if (writer !== undefined) {
        writer.sequence += count;
      }
    },
  };
}
