import { valueKindOf, type FieldRef } from '../../core/query/fields.ts';
import { canonicalAddress } from '../../core/record/address.ts';
import { resourceLevels } from '../../core/record/levels.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { idReader } from '../columns/blocks.ts';
import type { ColumnPart } from '../query/columnPart.ts';
import type { ResourceSpellings } from '../query/resourceSpellings.ts';
import { shownParts } from '../query/shownParts.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { AnswerContext } from './context.ts';

/**
 * The parts of a field with its values as they are counted: addresses in their canonical form, resource ids under their first
 * spelling. Undefined where they are not in columns.
 */
export async function countedParts(
  { index, results }: AnswerContext,
  field: FieldRef,
  work: CooperativeTask,
): Promise<readonly ColumnPart[] | undefined> {
  const columns = shownParts({ table: index.table, formats: index.formats, resources: results.memory.resources }, field);
  const spelling = resourceSpelling(field, await results.memory.spellings.upTo(index.rows, work));
  return columns?.map((part) => (valueKindOf(field) === 'address' ? canonicalPart(part) : (spelling?.(part) ?? part)));
}

/** The values of a field, row by row. */
export interface FieldParts {
  readonly parts: readonly ColumnPart[];
  /** The rows that they are known of, among those that were asked for. */
  readonly rows: RowSet;
}

/** The same of any field: of one without columns these are made first, or asked as far as they have been made. */
export async function fieldParts(context: AnswerContext, field: FieldRef, rows: RowSet, work: CooperativeTask): Promise<FieldParts> {
  const parts = await countedParts(context, field, work);
  if (parts !== undefined) {
    return { parts, rows };
  }
  const made = await context.results.column(field, work.signal);
  const part: ColumnPart = { read: idReader(made.column), valuesOf: (id) => made.valuesOf(id), size: () => made.maxId };
  return { parts: [part], rows: rows.upTo(made.rows) };
}

function canonicalPart(part: ColumnPart): ColumnPart {
  return withTexts(part, (text) => canonicalAddress(text) ?? text);
}

/** Resource ids and their parts are counted under their first spelling, as filters find all of them. */
function resourceSpelling(field: FieldRef, spellings: ResourceSpellings): ((part: ColumnPart) => ColumnPart) | undefined {
  if (!spellings.isVaried) {
    return undefined;
  }
  if (field.kind === 'target' || (field.kind === 'named' && field.name === 'target')) {
    return (part) => withTexts(part, (text) => spellings.firstId(text));
  }
  const level = resourceLevels.find((name) => field.kind === 'named' && field.name === name);
  return level === undefined ? undefined : (part) => withTexts(part, (text) => spellings.levels[level].first(text));
}

function withTexts(part: ColumnPart, change: (text: string) => string): ColumnPart {
  return { ...part, valuesOf: (id) => part.valuesOf(id).map((text) => (text === null ? null : change(text))) };
}
