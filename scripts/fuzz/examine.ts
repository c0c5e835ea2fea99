import { detectEncoding, isGzip } from '../../src/core/reading/decoding/encoding.ts';
import { seamInUtf8 } from '../../src/core/reading/decoding/seam.ts';
import { LogSession } from '../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../src/engine/sources/bytesSource.ts';
import { readAll, type ReadLog } from '../../test/core/reading/readAll.ts';
import { differingWay } from '../../test/conformance/differingWay.ts';
import type { Random } from '../sample/random.ts';
import type { Edit } from './mutate.ts';
import type { Seed } from './seeds.ts';

/** What a mutated log showed: the faults of our reading, and how many records had to be kept. */
export interface Examination {
  readonly faults: readonly string[];
  readonly untouched: number;
  readonly records: number;
  /** Parts of broken records that were taken for records. */
  readonly strangers: number;
}

/** Reads a mutated log in every way and holds the outcome against what must be so. */
export async function examine(
  seed: Seed,
  edits: readonly Edit[],
  bytes: Uint8Array,
  random: Random,
  engine: boolean,
): Promise<Examination> {
  const faults: string[] = [];
  const read = readAll(bytes);
  const sizes = Array.from({ length: 20 }, () => 1 + random.integer(random.chance(0.5) ? 8 : 300));
  if (JSON.stringify(readAll(bytes, sizes)) !== JSON.stringify(read)) {
    faults.push(`reads otherwise in pieces of ${sizes.join(', ')}`);
  }
  faults.push(...faultsOfPlaces(read, bytes));
  const untouched = untouchedRecords(seed, edits);
  const starts = new Map(read.records.map(({ offset, text }) => [offset, text]));
  for (const { start, end } of untouched) {
    const moved = newOffset(edits, start);
    const text = new TextDecoder().decode(seed.bytes.subarray(start, end));
    if (
      starts.get(moved) !== text &&
      !read.records.some((one) => one.offset < moved && one.offset + byteLength(one.text) >= moved + end - start)
    ) {
      faults.push(`lost the record at ${moved}, which was at ${start}`);
    }
  }
  if (engine) {
    faults.push(...(await faultsOfSession(bytes, read)));
    const way = differingWay(bytes);
    if (way !== undefined) {
      faults.push(`records are read otherwise by ${way}`);
    }
  }
  return { faults, untouched: untouched.length, records: read.records.length, strangers: countStrangers(seed, edits, read) };
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** Spans lie in the file, rise, and do not overlap; each record is JSON. */
function faultsOfPlaces({ records, broken }: ReadLog, bytes: Uint8Array): readonly string[] {
  return [...faultsOfRecords(records, bytes), ...faultsOfStretches(broken, bytes)];
}

function faultsOfRecords(records: ReadLog['records'], bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  let end = 0;
  for (const { offset, text } of records) {
    if (offset < end) {
      faults.push(`the record at ${offset} overlaps the one before`);
    }
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push(`the record at ${offset} is no object`);
    }
    // Invalid bytes are not as long as what they are shown as.
    end = text.includes('\ufffd') ? offset + 1 : offset + byteLength(text);
    if (end > bytes.length) {
      faults.push(`the record at ${offset} ends outside of the file`);
    }
  }
  return faults;
}

function faultsOfStretches(broken: ReadLog['broken'], bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  let before = 0;
  for (const stretch of broken) {
    if (!(
      stretch.start <= stretch.end &&
      stretch.end <= bytes.length &&
      stretch.failure <= bytes.length &&
      stretch.failure >= stretch.start
    )) {
      faults.push(`the broken stretch ${stretch.start}–${stretch.end} (${stretch.failure}) is not in the file`);
    }
    if (stretch.start < before && stretch.code !== 'value.partialExport' && stretch.code !== 'syntax.trailingComma') {
      faults.push(`the broken stretch at ${stretch.start} comes late`);
    }
    before = stretch.start;
  }
  return faults;
}

/**
 * The records that no edit can have touched: of lines, those on lines without an edit; of other containers those that
 * have an untouched record, or a line break, on both sides.
 */
function untouchedRecords({ bytes, records, isLines }: Seed, edits: readonly Edit[]): readonly Seed['records'][number][] {
  const head = records[0]?.start ?? 0;
  const tail = records.at(-1)?.end ?? 0;
  if (!isLines && edits.some(({ start, end }) => start < head || (end > tail && start < tail))) {
    // What makes a wrapper of an object, or an array of a list, was changed.
    return [];
  }
  return records.filter(({ start, end }, index) => {
    const from = isLines ? lineStart(bytes, start) : (records[index - 1]?.end ?? 0);
    const to = isLines ? lineEnd(bytes, end) : (records[index + 1]?.start ?? bytes.length);
    return edits.every((edit) => edit.end < from || edit.start > to);
  });
}

function lineStart(bytes: Uint8Array, index: number): number {
  return Math.max(bytes.lastIndexOf(0x0a, index), bytes.lastIndexOf(0x0d, index), 0);
}

function lineEnd(bytes: Uint8Array, index: number): number {
  const ends = [bytes.indexOf(0x0a, index), bytes.indexOf(0x0d, index)].filter((end) => end !== -1);
  return ends.length === 0 ? bytes.length : Math.min(...ends) + 1;
}

/** Records that are reported although they are none of the log and no edit touched them: they are inside broken ones. */
function countStrangers({ bytes, records }: Seed, edits: readonly Edit[], { records: reported }: ReadLog): number {
  if (records.length === 0) {
    return 0;
  }
  const texts = new Set(records.map(({ start, end }) => new TextDecoder().decode(bytes.subarray(start, end))));
  const places = edits.map(({ start, end, replacement }) => {
    const moved = newOffset(edits, start) - (start === end ? replacement.length : 0);
    return { start: moved, end: moved + replacement.length };
  });
  return reported.filter(
    ({ offset, text }) => !texts.has(text) && places.every(({ start, end }) => end < offset || start > offset + byteLength(text)),
  ).length;
}

/** Where a byte is after the edits. */
function newOffset(edits: readonly Edit[], offset: number): number {
  return edits.reduce((moved, { start, end, replacement }) => (end <= offset ? moved + replacement.length - (end - start) : moved), offset);
}

/** The whole engine reads the same records, where it need not decode them first, and answers for each of them. */
async function faultsOfSession(bytes: Uint8Array, read: ReadLog): Promise<readonly string[]> {
  const session = new LogSession(() => undefined, nodeCompression);
  await session.read([new BytesSource('log', bytes)]);
  const faults: string[] = [];
  const isPlain = !isGzip(bytes) && detectEncoding(bytes) === 'utf-8' && seamInUtf8(bytes, 1, bytes.length, true) === undefined;
  const { signal } = new AbortController();
  if (session.faults.length === 0) {
    const texts: string[] = [];
    await session.visit('', 0, Infinity, signal, (slice) => void texts.push(new TextDecoder().decode(slice)));
    if (isPlain && (texts.length !== read.records.length || texts.some((text, index) => text !== read.records[index]!.text))) {
      faults.push('the engine reads other records');
    }
    const found = await session.request('placedFindings', { source: 0, limit: 1_000_000, query: '' }, signal);
    if (found.status !== 'ok') {
      faults.push(`the engine ends a question as ${found.status}`);
    } else if (isPlain && found.answer.findings.some(({ byteOffset, byteLength: length }) => byteOffset + length > bytes.length)) {
      faults.push('a finding stands outside of the file');
    }
  } else if (session.faults.some(({ sentence }) => sentence.code === 'reading.failed')) {
    faults.push(`the engine failed: ${JSON.stringify(session.faults[0]!.sentence.args)}`);
  }
  await session.close();
  return faults;
}
