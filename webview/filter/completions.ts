import * as l10n from '@vscode/l10n';
import { completeQuery } from '../../src/core/query/completeQuery.ts';
import type { Completion } from '../../src/core/query/completion.ts';
import { documentedFields, queryFields } from '../../src/core/query/fields.ts';
import { literalValue } from '../../src/core/query/editQuery.ts';
import { usualRelativeTimes } from '../../src/core/query/relativeTime.ts';
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

const documentedPaths = documentedFields();
const titles = new Map(documentedPaths.map(({ name, title }) => [name, title]));

/** The place in a filter that wants values of a field, if the caret is in one. */
export function valuePlace(text: string, caret: number): Extract<Completion, { kind: 'value' }> | undefined {
  const completion = completeQuery(text, caret);
  return completion?.kind === 'value' ? completion : undefined;
}

/**
 * What to offer at the caret. Values come from the log, the most frequent first.
 *
 * @param formats The ids of the formats that the log has: of those the documented fields are offered.
 */
export function choicesAt(text: string, caret: number, values: readonly FacetValue[], formats: readonly string[]): readonly Choice[] {
  const documented = documentedPaths.filter((field) => field.formats.some((id) => formats.includes(id)));
  const completion = completeQuery(
    text,
    caret,
    documented.map(({ name }) => name),
  );
  if (completion === undefined) {
    return [];
  }
  const { from, to } = completion;
  if (completion.kind === 'field') {
    const choice = (label: string, insert: string, detail: string): Choice => ({ label, insert, detail, count: undefined, from, to });
    const functions = completion.functions.map((name) =>
      choice(`${name}(…)`, `${name}(`, say({ code: `query.function.${name}`, args: [] })),
    );
    const fields = completion.fields.map((field) => {
      const insert = field + completion.after;
      return choice(completion.after === ':' ? insert : field, insert, detailOf(field));
    });
    return [...functions, ...fields].slice(0, shownChoices);
  }
  const wanted = completion.prefix.toLowerCase();
  const holding = values.filter((entry) => (entry.value ?? 'null').toLowerCase().includes(wanted));
  const begins = (entry: FacetValue) => (entry.value ?? 'null').toLowerCase().startsWith(wanted);
  const found = [...holding.filter(begins), ...holding.filter((entry) => !begins(entry))].map((entry): Choice => {
    const label = literalValue(completion.field, entry.value);
    return { label, detail: '', count: entry.count, insert: label, from, to };
  });
  const relative = completion.field === 'time' ? usualRelativeTimes.filter((time) => time.startsWith(wanted)) : [];
  const detail = l10n.t('Counted back from the end of the log');
  return [...relative.map((label): Choice => ({ label, detail, count: undefined, insert: label, from, to })), ...found].slice(
    0,
    shownChoices,
  );
}

/** What a field is: a field of the language described, a documented one by its title. */
function detailOf(field: string): string {
  const title = titles.get(field);
  return described.has(field) ? say({ code: `query.field.${field}`, args: [] }) : title === undefined ? '' : l10n.t(title);
}
