import type { CancellationToken } from 'vscode';

/** VS Code's way of cancelling, as everybody else's. */
export function signalOf(token: CancellationToken): AbortSignal {
  const control = new AbortController();
  if (token.isCancellationRequested) {
    control.abort();
  }
  // The token ends with the request that it belongs to, and with it this subscription.
  token.onCancellationRequested(() => control.abort());
  return control.signal;
}
