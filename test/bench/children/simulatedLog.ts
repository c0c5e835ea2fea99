import type { LogSource } from '../../../src/core/reading/source.ts';

/**
 * A log of any number of records, up to 900 million, that nobody has to store: each record is made when its bytes are read.
 * The records are sound and short, and have values in all columns that filters and facets use most: 4 operations, 4 results,
 * 200 callers, 3 regions, 5,000 instances; one record each 100 ms.
 */
export class SimulatedLog implements LogSource {
  readonly name = 'simulated.ndjson';
  readonly #bytes: number;
  readonly #records: number;
  readonly #isShuffled: boolean;

  /** @param isShuffled Times are those of a log in order, but stand anywhere. */
  constructor(records: number, isShuffled = false) {
    this.#bytes = records * recordLength;
    this.#records = records;
    this.#isShuffled = isShuffled;
  }

  /** How many records were written before, by the record's time. */
  momentOf(record: number): number {
    return this.#isShuffled ? (record * shuffling) % this.#records : record;
  }

  open(): Promise<number | null> {
    return Promise.resolve(this.#bytes);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.bytesAt(offset, length));
  }

  bytesAt(offset: number, length: number): Uint8Array {
    const end = Math.min(this.#bytes, offset + length);
    if (end <= offset) {
      return new Uint8Array(0);
    }
    const first = Math.floor(offset / recordLength);
    const last = Math.ceil(end / recordLength);
    const bytes = new Uint8Array((last - first) * recordLength);
    for (let record = first; record < last; record++) {
      writeRecord(bytes, (record - first) * recordLength, record, this.momentOf(record));
    }
    return bytes.subarray(offset - first * recordLength, end - first * recordLength);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** All records are equally long, so that any stretch of the log can be made from its offset alone: the last value fills them up. */
function writeRecord(bytes: Uint8Array, start: number, record: number, moment: number): void {
  const end = parts.reduce((at, part) => at + part.write(bytes, at, part === timePart ? moment : record), start);
  bytes.fill(48, end, start + recordLength - last.length);
  bytes.set(last, start + recordLength - last.length);
}

/** No number of records shares a factor with it, so that each moment is that of one record; small enough for products to be exact. */
const shuffling = 61_803_431;

const last = Buffer.from('0"}\n');

/** A part of every record. */
interface Part {
  readonly longest: number;
  /** Returns how many bytes it wrote. */
  readonly write: (bytes: Uint8Array, at: number, record: number) => number;
}

function set(bytes: Uint8Array, at: number, part: Uint8Array): number {
  bytes.set(part, at);
  return part.length;
}

function fixed(text: string): Part {
  const encoded = Buffer.from(text);
  return { longest: encoded.length, write: (bytes, at) => set(bytes, at, encoded) };
}

function oneOf(values: readonly string[], choose: (record: number) => number): Part {
  const encoded = values.map((value) => Buffer.from(value));
  return {
    longest: Math.max(...encoded.map(({ length }) => length)),
    write: (bytes, at, record) => set(bytes, at, encoded[choose(record)]!),
  };
}

function number(digits: number, of: (record: number) => number): Part {
  return {
    longest: digits,
    write: (bytes, at, record) => {
      let rest = of(record);
      for (let place = at + digits - 1; place >= at; place--) {
        bytes[place] = 48 + (rest % 10);
        rest = Math.floor(rest / 10);
      }
      return digits;
    },
  };
}

/** The second is written once for its ten records. */
function time(): Part {
  let second = -1;
  let encoded = Buffer.alloc(0);
  return {
    longest: '2020-01-01T00:00:00.0000000Z'.length,
    write: (bytes, at, record) => {
      const own = Math.floor(record / 10);
      if (own !== second) {
        second = own;
        encoded = Buffer.from(`${new Date(firstTime + own * 1000).toISOString().slice(0, -1)}0000Z`);
      }
      set(bytes, at, encoded);
      bytes[at + '2020-01-01T00:00:00.'.length] = 48 + (record % 10);
      return encoded.length;
    },
  };
}

export const firstSequence = 100_000_000;
const firstTime = Date.UTC(2020, 0, 1);

/** After so many records all but times and sequence numbers repeat themselves. */
export const period = 20_000;

/** Well mixed and always the same: neighbours share neither caller nor instance. */
function mixed(record: number, salt: number): number {
  const hash = Math.imul((record % period) + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  const again = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (again ^ (again >>> 13)) >>> 0;
}

const operations = ['SetCurrentPolicy', 'CreateInstance', 'DestroyInstance', 'PrepareToUpdatePolicy'];
const results = ['Success', 'ClientError', 'Failure', 'Timeout'];
const regions = ['EastUS2', 'WestEurope', 'UKSouth'];

const timePart = time();

const parts: readonly Part[] = [
  fixed('{"operationName":"'),
  oneOf(operations, (record) => mixed(record, 1) % operations.length),
  fixed('","resultType":"'),
  // Thirteen of sixteen are a success.
  oneOf(results, (record) => Math.max(0, (mixed(record, 2) % 16) - 12)),
  fixed('","auditEventCategory":["ApplicationManagement"],"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"user'),
  number(3, (record) => mixed(record, 3) % 200),
  fixed('@contoso.com"}],"targetResources":[{"targetResourceType":"ServiceRegion","targetResourceName":"'),
  oneOf(regions, (record) => mixed(record, 4) % regions.length),
  fixed(
    '"},{"targetResourceType":"ResourceId","targetResourceName":"/subscriptions/contoso/resourceGroups/attestation/providers/Microsoft.Attestation/attestationProviders/contoso',
  ),
  number(4, (record) => (record * 1237) % 5000),
  fixed('"}],"env_time":"'),
  timePart,
  fixed('","env_epoch":"E1","env_seqNum":'),
  number(9, (record) => firstSequence + record),
  fixed(',"env_cv":"'),
];

export const recordLength = parts.reduce((sum, { longest }) => sum + longest, last.length);
