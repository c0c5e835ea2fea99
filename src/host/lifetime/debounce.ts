import type { Disposable } from './disposables.ts';

/** A function to call often; the action runs once, when no call came for a while. Disposing forgets a run that is due. */
export interface Debounced extends Disposable {
  (): void;
}

export function debounce(action: () => void, milliseconds: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (): void => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
  return Object.assign(call, { dispose: () => clearTimeout(timer) });
}
