import { message } from '../../core/finding/message.ts';
import { fieldName, valueKindOf, type FieldRef } from '../../core/query/fields.ts';
import { parseQuery } from '../../core/query/parseQuery.ts';
import { positionedMessage, type QueryError } from '../../core/query/queryError.ts';
import { hasRelativeTimes } from '../../core/query/resolveRelativeTimes.ts';
import { LruCache } from '../collections/lruCache.ts';
import { idReader } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { BadRequest } from './badRequest.ts';
import type { ColumnPart } from './columnPart.ts';
import { columnParts } from './columnValues.ts';
import { compileFilter, type Filter } from './compileFilter.ts';

import { countOccurrences, type FieldOccurrences } from './fieldOccurrences.ts';
import { latestTime } from './latestTime.ts';
import type { QueryMemory } from './queryMemory.ts';
import type { RequestedColumn } from './requestedColumn.ts';
import { compileRegex } from '../regex/compileRegex.ts';
import { sharedPromise } from './sharedPromise.ts';
import { sourcePart } from './derivedPredicate.ts';

/** Of so many fields it is remembered how often their values occur. */
const remembered = 4;

/** The filters of one snapshot, ready to be asked, and what they need to know of the whole log. */
export class SnapshotFilters {
  private readonly index: LogIndex;
  private readonly memory: QueryMemory;
  private readonly occurrences = new LruCache<Promise<FieldOccurrences>>(remembered);

  /** @param index As its snapshot holds it. */
  constructor(index: LogIndex, memory: QueryMemory) {
    this.index = index;
    this.memory = memory;
  }

  /** The filter; undefined for the empty one. Its terms on the whole log are open. Throws {@link BadRequest} where the text is at fault. */
  async compile(text: string, work: CooperativeTask): Promise<Filter | undefined> {
    const { index, memory } = this;
    const parsed = parseQuery(text, index.formats.documentedNames);
    if (!parsed.ok) {
      throw badQuery(parsed.error);
    }
    if (parsed.query.kind === 'all') {
      return undefined;
    }
    const latest = hasRelativeTimes(parsed.query) ? await latestTime(index, work) : undefined;
    const filter = compileFilter(parsed.query, memory, index.findingCounts, { compileRegex, ...(latest !== undefined && { latest }) });
    if (!('test' in filter)) {
      throw badQuery(filter);
    }
    for (const prepare of filter.preparations) {
      await prepare(work);
    }
    return filter;
  }

  /** Decides a filter's terms on the whole log. Fields without a column are read from all records first, which takes as long as a search. */
  async decideWholeLog({ wholeLog }: Filter, work: CooperativeTask): Promise<void> {
    for (const part of wholeLog) {
      part.decide(await this.occurrencesOf(part.field, work), this.index.rows);
    }
  }

  /** The same of those terms for which no record has to be read; how many records the others still need. */
  async decideKnown({ wholeLog }: Filter, work: CooperativeTask): Promise<number> {
    let unread = 0;
    for (const part of wholeLog) {
      const left = this.unread(part.field);
      unread += left;
      if (left === 0) {
        part.decide(await this.occurrencesOf(part.field, work), this.index.rows);
      }
    }
    return unread;
  }

  private unread(field: FieldRef): number {
    const known = this.partsOf(field) === undefined ? (this.memory.columns.known(field)?.rows ?? 0) : this.index.rows;
    return Math.max(0, this.index.rows - known);
  }

  /** How often, and where first, the values of a field occur in the whole log; undefined where records would have to be read for that. */
  async knownOccurrences(field: FieldRef, work: CooperativeTask): Promise<FieldOccurrences | undefined> {
    return this.unread(field) > 0 ? undefined : this.occurrencesOf(field, work);
  }

  private async occurrencesOf(field: FieldRef, work: CooperativeTask): Promise<FieldOccurrences> {
    let isOwn = false;
    const counting = sharedPromise(this.occurrences, fieldName(field), () => {
      isOwn = true;
      return this.count(field, work);
    });
    try {
      return await counting;
    } catch (error) {
      // Another filter with the same function may have been cancelled, which is not the end of this one.
      if (isOwn || work.signal.aborted) {
        throw error;
      }
      return this.occurrencesOf(field, work);
    }
  }

  private async count(field: FieldRef, work: CooperativeTask): Promise<FieldOccurrences> {
    const parts = this.partsOf(field) ?? [requestedPart(await this.memory.columns.whole(field, this.index, work))];
    return countOccurrences(this.index, parts, valueKindOf(field), work);
  }

  private partsOf(field: FieldRef): readonly ColumnPart[] | undefined {
    const { index, memory } = this;
    return field.kind === 'named' && field.name === 'source'
      ? [sourcePart(index)]
      : columnParts({ table: index.table, formats: index.formats, resources: memory.resources }, field);
  }
}

/** The values of a column that was made on request. Throws {@link BadRequest} at one that is not kept. */
function requestedPart(column: RequestedColumn): ColumnPart {
  return {
    read: idReader(column.column),
    size: () => column.maxId,
    valuesOf: (id) => {
      if (column.isPartial(id)) {
        throw new BadRequest(message('engine.tooManyValues', fieldName(column.field), column.distinct));
      }
      return column.valuesOf(id);
    },
  };
}

function badQuery(error: QueryError): BadRequest {
  return new BadRequest(positionedMessage(error));
}
