import { text } from '../../protocol/guards.ts';
import { isViewState, type ViewState } from '../../protocol/viewMessages.ts';
import { type Debounced, debounce } from '../lifetime/debounce.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import type { ViewHistory } from './viewHistory.ts';

/** What VS Code keeps for the workspace; the part of `vscode.Memento` that is used. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

/** How a log was shown last. */
export interface KeptView {
  readonly history: ViewHistory;
  /** How the page was arranged, as the page says it; empty where it said nothing. */
  readonly layout: string;
}

const key = 'auditLog.views';
/** Logs that are remembered; of more, those that were shown longest ago are forgotten. */
const maxLogs = 100;
/** Steps of a history that are remembered in each direction. */
const maxSteps = 20;
/** UTF-16 units of JSON: of a view with a longer history only the last step is remembered, and a longer layout is not. */
const maxLength = 65_536;
/** How soon what changed is written. Milliseconds. */
const writeDelay = 1000;

const isLayout = text(maxLength);

/** Remembers how each log was shown when its timeline is closed, or the window: for the workspace, by the log's address. */
export class ViewMemory implements Disposable {
  readonly #memory: Memory;
  /** By address, those that were shown last at the end. Undefined until it is needed. */
  #views: Map<string, KeptView> | undefined;
  readonly #write: Debounced;
  #isWritten = true;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#write = debounce(() => this.#writeNow(), writeDelay, 5 * writeDelay);
  }

  /** How a log was shown last; undefined where it was not, or nothing was changed. */
  of(uri: string): KeptView | undefined {
    return this.#all().get(uri);
  }

  /** Text that was never saved is not remembered: the next one has its address. */
  keep(uri: string, view: KeptView): void {
    if (uri.startsWith('untitled:')) {
      return;
    }
    const views = this.#all();
    views.delete(uri);
    views.set(uri, shortened(view));
    if (views.size > maxLogs) {
      views.delete(views.keys().next().value!);
    }
    this.#changed();
  }

  forget(uri: string): void {
    if (this.#all().delete(uri)) {
      this.#changed();
    }
  }

  dispose(): void {
    this.#write.dispose();
    this.#writeNow();
  }

  #all(): Map<string, KeptView> {
    const kept = this.#views === undefined ? this.#memory.get(key) : undefined;
    return (this.#views ??= new Map(Array.isArray(kept) ? kept.filter(isKept) : []));
  }

  #changed(): void {
    this.#isWritten = false;
    this.#write();
  }

  #writeNow(): void {
    if (!this.#isWritten) {
      this.#isWritten = true;
      void this.#memory.update(key, [...this.#all()]);
    }
  }
}

function shortened({ history, layout }: KeptView): KeptView {
  const { past, present, future } = history;
  const steps = { past: past.slice(-maxSteps), present, newest: 'other' as const, future: future.slice(0, maxSteps) };
  const isLong = JSON.stringify(steps).length > maxLength;
  return { history: isLong ? { ...steps, past: [], future: [] } : steps, layout: layout.length > maxLength ? '' : layout };
}

/** Whether what another version may have written has the form of this one. */
function isKept(value: unknown): value is [string, KeptView] {
  const [uri, view] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const { history, layout } = (view ?? {}) as { readonly history?: Partial<ViewHistory>; readonly layout?: unknown };
  const areStates = (states: readonly ViewState[] | undefined): boolean => Array.isArray(states) && states.every(isViewState);
  return (
    typeof uri === 'string' && isLayout(layout) && isViewState(history?.present) && areStates(history?.past) && areStates(history?.future)
  );
}
