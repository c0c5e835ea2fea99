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
      '2020-11-23T18:23:32.9427158Z',
      '2020-11-23T18:23:32.9427159Z',
      '2020-11-23T18:23:33.123456789Z',
    ),
    time: ['2020-11-23T18:23:29Z', '2020-11-23T18:23:33.123456789Z'],
  },
  {
    file: 'time/zones.ndjson',
    why: 'Z, an offset, a blank for T; without a zone it is taken as UTC, and told so.',
    log: at('2020-11-23T18:23:29Z', '2020-11-23T19:23:30+01:00', '2020-11-23 18:23:31Z', '⟨2020-11-23T18:23:32⟩'),
    findings: ['value.timeZone /env_time'],
    time: ['2020-11-23T18:23:29Z', '2020-11-23T18:23:32'],
  },
  {
    file: 'time/leap-second.ndjson',
    why: 'A leap second is a time, though Date.parse knows none.',
    log: at('2016-12-31T23:59:59Z', '2016-12-31T23:59:60Z', '2017-01-01T00:00:01Z'),
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
];
