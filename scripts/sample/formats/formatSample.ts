import { createRandom, type Random } from '../random.ts';
import { schedule, timeText } from '../schedule.ts';
import { createCompany, type Company } from './people.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** What a format's generator writes its records from. */
export interface Scene {
  readonly company: Company;
  readonly random: Random;
  /** The record's number, from 0. */
  readonly index: number;
  /** RFC 3339 in UTC with seven digits of a second. */
  readonly time: string;
}

/** An invented log of a format, in the container in which such logs come. */
export interface FormatSample {
  /** The format's id. */
  readonly format: string;
  /** Name of the file in media/samples; undefined for a log that only tests use. */
  readonly file: string | undefined;
  /** The records that one moment gives: at least one. */
  readonly records: (scene: Scene) => readonly JsonObject[];
  /** The log's text. */
  readonly write: (records: readonly JsonObject[]) => string;
}

/** So many records, the same for the same seed, about in order of time. */
export function sampleRecords({ records }: FormatSample, count: number, seed: number): readonly JsonObject[] {
  const random = createRandom(seed);
  const company = createCompany(random);
  const made: JsonObject[] = [];
  for (const ticks of schedule(count, random)) {
    if (made.length < count) {
      made.push(...records({ company, random, index: made.length, time: timeText(ticks) }));
    }
  }
  return made.slice(0, count);
}

/** The log as its file holds it. */
export function sampleText(sample: FormatSample, count = 200, seed = 1): string {
  return sample.write(sampleRecords(sample, count, seed));
}

/** The time to the whole second, without the zone. */
export function seconds(time: string): string {
  return time.slice(0, 19);
}

export function ndjson(records: readonly JsonObject[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** One record on each line, so that a diff shows what changed. */
export function jsonArray(records: readonly JsonObject[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}

/** A list in an object, under a key, with members before and after it. */
export function wrapped(key: string, records: readonly JsonObject[], before: JsonObject = {}): string {
  const outer = JSON.stringify(before).slice(1, -1);
  return `{${outer === '' ? '' : `${outer},`}${JSON.stringify(key)}:${jsonArray(records).trim()}}\n`;
}
