import { pushBytes } from '../../../src/core/json/byteWindow.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { stateAt } from '../../../src/core/reading/parserState.ts';
import { ReaderContext } from '../../../src/core/reading/readerContext.ts';
import type { RecordSink } from '../../../src/core/reading/recordSink.ts';

export interface Place {
  readonly place: ReaderContext;
  readonly sink: RecordSink;
  /** What has been told, each as `code fault line:start-end`; a record as `record line:start-end`, with the keys of a list inside of it. */
  readonly reported: readonly string[];
}

/** The place at the beginning of a source of which a text is at hand, and what is told there. */
export function placeAt(text: string): Place {
  const reported: string[] = [];
  const sink: RecordSink = {
    record: (_, start, end, base, line, inside) =>
      void reported.push([`record ${line}:${base + start}-${base + end}`, ...(inside?.path ?? [])].join(' ')),
    broken: ({ code, fault, line, start, end }) =>
      void reported.push(`${code}${fault === undefined ? '' : ` ${fault}`} ${line}:${start}-${end}`),
  };
  const place = new ReaderContext(sink, stateAt());
  pushBytes(place.window, encodeText(text));
  return { place, sink, reported };
}
