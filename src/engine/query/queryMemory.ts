import type { LogIndex } from '../index/logIndex.ts';
import { LruCache } from '../collections/lruCache.ts';
import { DeferredTerm } from './deferredTerm.ts';
import { EffectRows } from './effectRows.ts';
import { OneAtATime } from './oneAtATime.ts';
import { RequestedColumns } from './requestedColumns.ts';
import { ResourceIds } from './resourceIds.ts';
import { ResourceSpellings } from './resourceSpellings.ts';
import type { RowSet } from './rowSet.ts';
import { SearchProgress } from './searchProgress.ts';

/** How many filters, and how many terms that need records, are remembered. */
const remembered = 12;

/**
 * What queries have found out about a log and what stays true as it grows, as rows are only ever appended. A snapshot's
 * answers begin with this, and not anew.
 */
export class QueryMemory {
  readonly index: LogIndex;
  readonly resources: ResourceIds;
  readonly spellings: ResourceSpellings;
  readonly effects: EffectRows;
  /** The newest result of each filter that a row's verdict does not change for. */
  readonly found = new LruCache<RowSet>(remembered);
  /** The rows with a valid time, of the snapshot that was last asked. */
  timed: RowSet | undefined;
  /** How far the searches of filters are. */
  private readonly searches = new LruCache<SearchProgress>(remembered);
  /** Searches through records: each finds what those before it have found out about the terms that they share. */
  readonly queue = new OneAtATime();
  private readonly terms = new LruCache<DeferredTerm>(remembered);

  /** The values of fields without columns, as far as somebody asked for them. */
  readonly columns: RequestedColumns;

  /** @param columns Those of the same log that stay. */
  constructor(index: LogIndex, columns = new RequestedColumns(index)) {
    this.index = index;
    this.columns = columns;
    this.resources = new ResourceIds(index.table, index.seed);
    this.spellings = new ResourceSpellings(index.table);
    this.effects = new EffectRows(index, this.resources);
  }

  /** What stays true when all rows but the first ones have been taken back. */
  upTo(rows: number): QueryMemory {
    const kept = new QueryMemory(this.index, this.columns.upTo(rows));
    this.found.entries().forEach(([name, found]) => kept.found.set(name, found.upTo(rows)));
    kept.timed = this.timed?.upTo(rows);
    this.terms.entries().forEach(([text, term]) => kept.terms.set(text, term.upTo(rows)));
    return kept;
  }

  /** How far the search of a filter through records is, or was when it was stopped. */
  searchOf(query: string): SearchProgress {
    return this.searches.get(query) ?? this.searches.set(query, new SearchProgress());
  }

  /** What is known of a term, given in its canonical text. */
  deferredTerm(text: string): DeferredTerm {
    return this.terms.get(text) ?? this.terms.set(text, new DeferredTerm());
  }
}
