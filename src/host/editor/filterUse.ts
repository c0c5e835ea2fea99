import type { Intent } from '../../protocol/viewMessages.ts';
import { debounce } from '../lifetime/debounce.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import type { RecentFilters } from './recentFilters.ts';

/** How long typing rests until what was typed is a filter that was used. Milliseconds. */
const typingRest = 2000;

/** Tells the filters that a timeline's user has used from those that were only on the way to them. */
export class FilterUse implements Disposable {
  readonly #recent: RecentFilters;
  readonly #noteTypedSoon = debounce(() => this.#noteTyped(), typingRest);
  #typed = '';

  constructor(recent: RecentFilters) {
    this.#recent = recent;
  }

  /** To be called with each filter that is applied. */
  applied({ query, typing }: Extract<Intent, { kind: 'filter' }>): void {
    if (typing !== 'continues') {
      this.#noteTyped();
    }
    if (typing === undefined) {
      this.#recent.note(query);
    } else {
      this.#typed = query;
      this.#noteTypedSoon();
    }
  }

  dispose(): void {
    this.#noteTypedSoon.dispose();
    this.#noteTyped();
  }

  #noteTyped(): void {
    this.#recent.note(this.#typed);
    this.#typed = '';
  }
}
