import type { CorpusCase } from '../corpusCase.ts';
import { record } from './record.ts';

function at(...times: readonly string[]): string {
  return times
    .map((time, index) => {
      const value = time.startsWith('⟨') ? `⟨"${time.slice(1, -1)}"⟩` : `"${time}"`;
      return `${record(0, { env_time: value, resultDescription: `"${index}"` })}\n`;
    })
    .join('');
}

/** Forms of time; records without a valid one stay in the list. */
export const timeCases: readonly CorpusCase[] = [
  {
    file: 'time/digits.ndjson',
    why: 'From none to nine digits of a second; the sample has seven, which JavaScript’s Date cannot hold.',
    log: at(
      '2020-11-23T18:23:29Z',
      '2020-11-23T18:23:30.1Z',
      '2020-11-23T18:23:31.94Z',
      '2020-11-23T18:23:32.942Z',
      '2020-11-23T18:23:32.9427Z',
      '2020-11-23T18:23:32.94271Z',
      '2020-11-23T18:23:32.942715Z',
      '2020-11-23T18:23:32.9427158Z',
      '2020-11-23T18:23:32.94271589Z',
      '2020-11-23T18:23:32.9427159Z',
      '2020-11-23T18:23:33.123456789Z',
    ),
    time: ['2020-11-23T18:23:29Z', '2020-11-23T18:23:33.123456789Z'],
  },
  {
    file: 'time/zones.ndjson',
    why: 'Z, offsets to both sides, a blank for T; without a zone it is taken as UTC, and told so.',
    log: at(
      '2020-11-23T18:23:29Z',
      '2020-11-23T19:23:30+01:00',
      '2020-11-23 18:23:31Z',
      '2020-11-23T13:23:31.5-05:00',
      '⟨2020-11-23T18:23:32⟩',
    ),
    findings: ['value.timeZone /env_time'],
    time: ['2020-11-23T18:23:29Z', '2020-11-23T18:23:32'],
  },
  {
    file: 'time/offset-forms.ndjson',
    why: 'Offsets without a colon or minutes, or after a blank, as databases and strftime write them, are times.',
    log: at(
      '2020-11-23T12:23:29.100-0600',
      '2020-11-23T18:23:29.200+0000',
      '2020-11-23 11:23:29.300 -0700',
      '2020-11-23T23:23:29.400+05',
      '2020-11-23 18:23:29.500 +00',
    ),
    time: ['2020-11-23T12:23:29.100-0600', '2020-11-23 18:23:29.500 +00'],
  },
  {
    file: 'time/leap-second.ndjson',
    why: 'A leap second is a time, though Date.parse knows none.',
    log: at('2016-12-31T23:59:59Z', '2016-12-31T18:59:60-05:00', '2016-12-31T23:59:60Z', '2017-01-01T00:00:01Z'),
    time: ['2016-12-31T23:59:59Z', '2017-01-01T00:00:01Z'],
  },
  {
    file: 'time/years.ndjson',
    why: 'The years 0001 and 9999 are what .NET writes for the least and the greatest time.',
    log: at('0001-01-01T00:00:00Z', '2020-11-23T18:23:29Z', '9999-12-31T23:59:59.9999999Z'),
    time: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z'],
  },
  {
    file: 'time/one-instant.ndjson',
    why: 'All records at one instant: the axis has no length.',
    log: [1, 2, 3].map((number) => `${record(0, { resultDescription: `"${number}"` })}\n`).join(''),
    time: ['2020-11-23T18:23:00Z', '2020-11-23T18:23:00Z'],
  },
  {
    file: 'time/not-a-time.ndjson',
    why: 'Text that is no time, 30 February among it, is one error, and the record is kept.',
    log: at('2020-11-23T18:23:29Z', '⟨at noon⟩', '⟨2020-02-30T00:00:00Z⟩', '2020-11-23T18:23:30Z'),
    findings: ['value.time /env_time', 'value.time /env_time'],
    time: ['2020-11-23T18:23:29Z', '2020-11-23T18:23:30Z'],
  },
  {
    file: 'time/wrong-type.ndjson',
    why: 'A time that is a number is of a wrong type; a record without any time is valid.',
    log: `${record(1, { env_time: '⟨1606155809942⟩' })}\n${record(2).replace(/,"env_time":"[^"]*"/, '')}\n${record(3)}\n`,
    findings: ['schema.type /env_time'],
    time: ['2020-11-23T18:23:03Z', '2020-11-23T18:23:03Z'],
  },
  {
    file: 'time/impossible.ndjson',
    why: 'What looks like a time and is none: beyond the years 0001 to 9999, the hours of a day, or nine digits.',
    log: at(
      '⟨0000-12-31T23:59:59Z⟩',
      '⟨0001-01-01T00:00:00+01:00⟩',
      '⟨10000-01-01T00:00:00Z⟩',
      '⟨9999-12-31T23:59:59-01:00⟩',
      '⟨2020-11-23T24:00:00Z⟩',
      '⟨2020-11-23T18:60:00Z⟩',
      '⟨2020-11-23T18:23:60Z⟩',
      '⟨2020-11-23T18:23:29.Z⟩',
      '⟨2020-11-23T18:23:29.1234567890Z⟩',
      '⟨2020-11-23⟩',
      '⟨⟩',
      '2020-11-23T18:23:29Z',
    ),
    findings: Array.from({ length: 11 }, () => 'value.time /env_time'),
    time: ['2020-11-23T18:23:29Z', '2020-11-23T18:23:29Z'],
  },
  {
    file: 'time/unsorted.ndjson',
    why: 'Records in any order: first and last are told by time, not by place.',
    log: `${record(3)}\n${record(9)}\n⟨${record(1)}⟩\n${record(5)}\n⟨${record(2)}⟩\n${record(8)}\n`,
    findings: ['order.inversion', 'order.inversion'],
    time: ['2020-11-23T18:23:01Z', '2020-11-23T18:23:09Z'],
  },
];
