import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FindingRow } from '../../src/protocol/answers/findings.ts';
import { say } from '../../src/protocol/say.ts';
import { withoutWaiting } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** Findings that are asked for together. */
const pageLength = 100;
/** Pages that are kept: a few screens, whatever the number of findings. */
const maxPages = 40;

/** Some findings of a code, by their numbers: the first, and the first after them. */
export interface WantedFindings {
  readonly code: string;
  readonly first: number;
  readonly end: number;
}

interface KeptPage {
  readonly rows: readonly FindingRow[];
  /** What was known of the log when it was asked for. */
  readonly stamp: string;
}

/** The findings in sight, asked for page by page. What was shown stays until something newer comes. */
export class FindingPages implements ReactiveController {
  /** One sentence where the newest request has failed. */
  problem: string | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #pages = new Map<string, KeptPage>();
  readonly #asking = new Map<string, AbortController>();
  #query: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Says which findings are in sight. To be called on every update. */
  want(context: ViewContext, query: string, wanted: readonly WantedFindings[]): void {
    if (query !== this.#query) {
      this.#forget();
      this.#query = query;
    }
    const stamp = `${context.snapshot.snapshot} ${context.search.tick}`;
    const keys = new Map(wanted.flatMap(pagesOf).map((page) => [`${page.code} ${page.at}`, page]));
    for (const [key, control] of this.#asking) {
      if (!keys.has(key)) {
        control.abort();
        this.#asking.delete(key);
      }
    }
    for (const [key, { code, at }] of keys) {
      if (this.#pages.get(key)?.stamp !== stamp && !this.#asking.has(key)) {
        void this.#ask(context, { key, stamp, params: { query, code, at, count: pageLength } });
      }
    }
  }

  /** A finding of a code by its number; undefined before it is known. */
  row(code: string, number: number): FindingRow | undefined {
    const at = number - (number % pageLength);
    return this.#pages.get(`${code} ${at}`)?.rows[number - at];
  }

  hostDisconnected(): void {
    this.#forget();
    this.#query = undefined;
  }

  async #ask(
    { link, search }: ViewContext,
    { key, stamp, params }: { readonly key: string; readonly stamp: string; readonly params: FindingRowsParams },
  ): Promise<void> {
    const control = new AbortController();
    this.#asking.set(key, control);
    const outcome = await link.request('findingRows', withoutWaiting(params, search), control.signal);
    if (control.signal.aborted) {
      return;
    }
    this.#asking.delete(key);
    if (outcome.status === 'ok') {
      this.#keep(key, { rows: outcome.answer.rows, stamp });
      this.problem = undefined;
    } else if (outcome.status === 'error') {
      // Not to be asked again before something changes.
      this.#keep(key, { rows: this.#pages.get(key)?.rows ?? [], stamp });
      this.problem = say(outcome.message);
    }
    this.#host.requestUpdate();
  }

  #keep(key: string, page: KeptPage): void {
    this.#pages.delete(key);
    this.#pages.set(key, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > maxPages && oldest !== undefined) {
      this.#pages.delete(oldest);
    }
  }

  #forget(): void {
    for (const control of this.#asking.values()) {
      control.abort();
    }
    this.#asking.clear();
    this.#pages.clear();
    this.problem = undefined;
  }
}

interface FindingRowsParams {
  readonly query: string;
  readonly code: string;
  readonly at: number;
  readonly count: number;
}

function pagesOf({ code, first, end }: WantedFindings): readonly { readonly code: string; readonly at: number }[] {
  const from = first - (first % pageLength);
  return Array.from({ length: Math.max(0, Math.ceil((end - from) / pageLength)) }, (_, page) => ({ code, at: from + page * pageLength }));
}
