import { completeQuery, type Completion } from '../../src/core/query/completeQuery.ts';
import { queryFields } from '../../src/core/query/fields.ts';
import { literalValue } from '../../src/core/query/editQuery.ts';
import { say } from '../../src/protocol/say.ts';
import type { FacetValue } from '../../src/protocol/answers/facets.ts';

/** Something that can be put into the filter. */
export interface Choice {
  readonly label: string;
  /** Beside the label: a description of a field. */
  readonly detail: string;
  /** Records with this value. */
  readonly count: number | undefined;
  readonly insert: string;
  readonly from: number;
  readonly to: number;
}

const shownChoices = 12;
const described = new Set(queryFields.map((field) => field.name));

/** The place in a filter that wants values of a field, if the caret is in one. */
export function valuePlace(text: string, caret: number): Extract<Completion, { kind: 'value' }> | undefined {
  const completion = completeQuery(text, caret);
  return completion?.kind === 'value' ? completion : undefined;
}

/** What to offer at the caret. Values come from the log, the most frequent first. */
export function choicesAt(text: string, caret: number, values: readonly FacetValue[]): readonly Choice[] {
  const completion = completeQuery(text, caret);
  if (completion === undefined) {
    return [];
  }
  const { from, to } = completion;
  if (completion.kind === 'field') {
    return completion.fields.slice(0, shownChoices).map((field) => ({
      label: `${field}:`,
      detail: described.has(field) ? say({ code: `query.field.${field}`, args: [] }) : '',
      count: undefined,
      insert: `${field}:`,
      from,
      to,
    }));
  }
  const wanted = completion.prefix.toLowerCase();
  const holding = values.filter((entry) => (entry.value ?? 'null').toLowerCase().includes(wanted));
  const begins = (entry: FacetValue) => (entry.value ?? 'null').toLowerCase().startsWith(wanted);
  return [...holding.filter(begins), ...holding.filter((entry) => !begins(entry))].slice(0, shownChoices).map((entry) => {
    const label = literalValue(completion.field, entry.value);
    return { label, detail: '', count: entry.count, insert: label, from, to };
  });
}
