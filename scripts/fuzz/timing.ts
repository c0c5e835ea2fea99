import { processorTime } from '../../test/core/processorTime.ts';
import { readAll } from '../../test/core/reading/readAll.ts';

const small = 32 * 1024;
const factor = 32;
/** Below this many milliseconds nothing is reported: compiling costs as much. */
const noise = 150;

/** Whether reading costs more for each byte of a long log than of a short one that is made of the same bytes. */
export function timeFault(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) {
    return undefined;
  }
  for (let turn = 0; turn < 3; turn++) {
    const short = milliseconds(repeated(bytes, small));
    const long = milliseconds(repeated(bytes, small * factor));
    if (long < noise || long < short * factor * 4) {
      return undefined;
    }
  }
  return 'takes more time for each byte of a longer log';
}

function milliseconds(bytes: Uint8Array): number {
  return processorTime(() => void readAll(bytes, [65_536]));
}

function repeated(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(Math.max(bytes.length, length - (length % bytes.length)));
  for (let offset = 0; offset < whole.length; offset += bytes.length) {
    whole.set(bytes, offset);
  }
  return whole;
}
