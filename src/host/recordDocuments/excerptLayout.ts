import { prettyText } from '../../core/json/prettyText.ts';
import type { WrittenRecord } from '../../protocol/answers/page.ts';
import type { RecordRef, TextRange } from '../../protocol/reference.ts';
import { TextPlaces } from '../base/textPlaces.ts';
import { PrettyPlaces } from './prettyPlaces.ts';

/** What is written above a record, and below one that is cut. One line each. */
export interface RecordWords {
  readonly heading: string;
  readonly footing: string | undefined;
}

/** A record in the text of an excerpt. Lines from 0. */
export interface LaidOutRecord {
  readonly written: WrittenRecord;
  readonly places: PrettyPlaces;
  /** The line of its heading; the record begins on the next one. */
  readonly headLine: number;
  readonly lastLine: number;
  /** Where the record ends on its last line. */
  readonly lastColumn: number;
}

/** Longer excerpts end with the record before. UTF-16 units: VS Code colours no text above 20 MB. */
const maxLength = 8_000_000;

/** A place of the log: line and column from 0. */
export interface LogPlace {
  readonly source: number;
  readonly line: number;
  readonly column: number;
}

/**
 * The text of some records, each with a line for each of its values, below a line that names it. Knows of each place which one of the
 * log it shows.
 */
export class ExcerptLayout {
  readonly records: readonly LaidOutRecord[];
  readonly text: string;
  readonly lineCount: number;
  readonly #byRef: ReadonlyMap<string, LaidOutRecord>;

  /** @param head Lines at the beginning, made when it is known how many of the records there was room for. */
  constructor(
    written: readonly WrittenRecord[],
    words: (record: WrittenRecord) => RecordWords,
    head: (shown: number) => readonly string[],
  ) {
    const parts: { readonly written: WrittenRecord; readonly places: PrettyPlaces; readonly lines: readonly string[] }[] = [];
    let length = 0;
    for (const one of written) {
      const { heading, footing } = words(one);
      const laidOut = prettyText(one.text);
      // Thousands of open brackets have more indentation than text.
      const pretty = laidOut.length > maxLength ? one.text : laidOut;
      length += pretty.length;
      if (length > maxLength && parts.length > 0) {
        break;
      }
      const lines = [comment(heading), pretty, ...(footing === undefined ? [] : [comment(footing)])];
      parts.push({ written: one, places: new PrettyPlaces(one.text, pretty, one.range), lines });
    }
    const blocks = [head(parts.length).map(comment).join('\n')];
    let line = new TextPlaces(blocks[0]!).lineCount + 1;
    this.records = parts.map(({ written: one, places, lines }) => {
      const headLine = line;
      blocks.push(lines.join('\n'));
      // A heading, perhaps a footing, and a blank line.
      line += places.lineCount + lines.length;
      return { written: one, places, headLine, lastLine: headLine + places.lineCount, lastColumn: places.lastColumn };
    });
    this.text = `${blocks.join('\n\n')}\n`;
    this.lineCount = line;
    this.#byRef = new Map(this.records.map((record) => [keyOf(record.written.ref), record]));
  }

  /** The record that a line belongs to: also its heading, and what follows it up to the next heading. */
  recordAt(line: number): LaidOutRecord | undefined {
    return this.records.findLast(({ headLine }) => headLine <= line);
  }

  find(ref: RecordRef): LaidOutRecord | undefined {
    return this.#byRef.get(keyOf(ref));
  }

  /** The place of the log that a place of the text shows; undefined outside of records. */
  toLog(line: number, column: number): LogPlace | undefined {
    const record = this.recordAt(line);
    if (record === undefined || line === record.headLine || line > record.lastLine) {
      return undefined;
    }
    return { source: record.written.ref.source, ...record.places.toLog(line - record.headLine - 1, column) };
  }

  /** Where a stretch of the log is in the text; undefined where no record of the excerpt has its beginning. */
  toExcerpt(stretch: TextRange, source: number): TextRange | undefined {
    const ofSource = this.records.filter(({ written: { ref } }) => ref.source === source);
    const record =
      ofSource.find(({ written: { range } }) => beginsIn(stretch, range)) ??
      ofSource.find(({ written: { range } }) => beginsAtEnd(stretch, range));
    if (record === undefined) {
      return undefined;
    }
    const { startLine, startColumn, endLine, endColumn } = record.places.toPretty(stretch);
    const top = record.headLine + 1;
    return { startLine: top + startLine, startColumn, endLine: top + endLine, endColumn };
  }
}

function beginsIn({ startLine, startColumn }: TextRange, range: TextRange): boolean {
  const isAfterStart = startLine > range.startLine || (startLine === range.startLine && startColumn >= range.startColumn);
  return isAfterStart && (startLine < range.endLine || (startLine === range.endLine && startColumn < range.endColumn));
}

/** Such as an empty stretch for a bracket that is missing. */
function beginsAtEnd({ startLine, startColumn }: TextRange, { endLine, endColumn }: TextRange): boolean {
  return startLine === endLine && startColumn === endColumn;
}

/** One line, whatever is in it: a line break would end the comment. */
function comment(line: string): string {
  return line === '' ? '//' : `// ${line.replaceAll(/\s+/g, ' ')}`;
}

function keyOf({ source, index }: RecordRef): string {
  return `${source}:${index}`;
}
