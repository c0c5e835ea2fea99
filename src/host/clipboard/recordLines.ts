import { formatTicks, ticksFromText } from '../../core/record/ticks.ts';
import { timeText } from '../../core/record/timeText.ts';
import type { Zone } from '../../core/record/zones.ts';
import type { Row } from '../../protocol/answers/page.ts';
import { say } from '../../protocol/say.ts';
import { zoneName } from '../../protocol/zoneName.ts';
import { csvLine } from '../../core/record/csvLine.ts';

/** Before the columns of the list, and after them. Named as the filter language names them, where it does. */
const firstColumns = ['source', 'record', 'line', 'time', 'result', 'operation', 'sentence', 'caller', 'instance'] as const;
const lastColumns = ['errors', 'warnings', 'information'] as const;

/** The first line of a table of records, which has a column for each of some fields. */
export function csvHead(fields: readonly string[]): string {
  return csvLine([...firstColumns, ...fields, ...lastColumns]);
}

/**
 * A record as a line of that table: the time in UTC with all its digits, of a field the first value and how many further ones there
 * are, as the list shows it.
 *
 * @param sourceName Of the source that the record is in.
 */
export function csvRow(row: Row, fields: readonly string[], sourceName: string): string {
  const { ref, line, time, result, operation, sentence, caller, instance, findings } = row;
  const ticks = time === null ? undefined : ticksFromText(time.ticks);
  return csvLine([
    sourceName,
    String(ref.index),
    String(line),
    ticks === undefined ? '' : formatTicks(ticks),
    result ?? '',
    operation ?? '',
    say(sentence),
    caller?.value ?? '',
    instance ?? '',
    ...fields.map((field) => fieldText(row, field)),
    String(findings.error),
    String(findings.warning),
    String(findings.information),
  ]);
}

function fieldText({ texts = [] }: Row, name: string): string {
  const said = texts.find(({ field }) => field === name);
  return said === undefined ? '' : said.more === 0 ? said.text : `${said.text} +${said.more}`;
}

/** What happened, on one line after the time in a zone; without the time where the record has no valid one. */
export function sentenceLine({ time, sentence }: Row, zone: Zone): string {
  const ticks = time === null ? undefined : ticksFromText(time.ticks);
  const text = say(sentence).replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
  return ticks === undefined ? text : `${timeText(ticks, zone)} ${zoneName(zone)}  ${text}`;
}
