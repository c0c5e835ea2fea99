import type { Disposable } from './disposables.ts';

/** A function to call often; the action runs once, when no call came for a while. Disposing forgets a run that is due. */
export interface Debounced extends Disposable {
  (): void;
}

/** @param most Milliseconds after a call by which the action runs even if further calls go on coming. */
export function debounce(action: () => void, milliseconds: number, most = Infinity): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitsSince: number | undefined;
  const run = (): void => {
    waitsSince = undefined;
    action();
  };
  const call = (): void => {
    waitsSince ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(milliseconds, waitsSince + most - performance.now())));
  };
  return Object.assign(call, { dispose: () => clearTimeout(timer) });
}
