import { formatQuery } from '../../core/query/formatQuery.ts';
import { parseQuery } from '../../core/query/parseQuery.ts';
import { text } from '../../protocol/guards.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import { Listeners } from '../lifetime/listeners.ts';
import type { Memory } from './viewMemory.ts';

const key = 'auditLog.recentFilters';
/** Filters that are remembered; of more, those that were used longest ago are forgotten. */
const maxFilters = 50;
/** UTF-16 units: a longer filter is not remembered. */
const maxLength = 5000;

const isFilter = text(maxLength);

/** The filters that were used last in this workspace, in any timeline: each once, however it was spelled. */
export class RecentFilters {
  readonly #memory: Memory;
  readonly #changes = new Listeners<void>();
  /** Undefined until it is needed. */
  #filters: readonly string[] | undefined;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** The newest first. */
  get all(): readonly string[] {
    if (this.#filters === undefined) {
      const kept = this.#memory.get(key);
      this.#filters = Array.isArray(kept) ? kept.filter(isFilter).slice(0, maxFilters) : [];
    }
    return this.#filters;
  }

  /** Puts a filter before the others. One that is empty or wrong is none. */
  note(filter: string): void {
    const canonical = canonicalText(filter);
    if (canonical === '' || filter.length > maxLength) {
      return;
    }
    const others = this.all.filter((other) => canonicalText(other) !== canonical);
    const filters = [filter, ...others].slice(0, maxFilters);
    if (filters.join('\n') !== this.all.join('\n')) {
      this.#set(filters);
    }
  }

  /** Removes one. */
  forget(filter: string): void {
    this.#set(this.all.filter((other) => other !== filter));
  }

  clear(): void {
    this.#set([]);
  }

  onDidChange(listener: () => void): Disposable {
    return this.#changes.add(listener);
  }

  #set(filters: readonly string[]): void {
    this.#filters = filters;
    void this.#memory.update(key, filters);
    this.#changes.fire();
  }
}

function canonicalText(filter: string): string {
  const parsed = parseQuery(filter);
  return parsed.ok ? formatQuery(parsed.query) : '';
}
