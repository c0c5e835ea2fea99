import * as vscode from 'vscode';
import type { EngineSession } from '../engine/engineSession.ts';
import type { Disposable } from '../lifetime/disposables.ts';

/** Most logs are read before anybody could read a progress message. */
const delay = 500;

/** Shows in the status bar that a log is being read, if it takes long enough to wonder. */
export function showIndexing(session: EngineSession, name: string): Disposable {
  let finish: (() => void) | undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const end = (): void => {
    clearTimeout(timer);
    subscription.dispose();
    finish?.();
  };
  const timer = setTimeout(() => {
    const title = vscode.l10n.t('Reading audit log {0}', name);
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => finished);
  }, delay);
  const subscription = session.onSnapshot(({ complete }) => complete && end());
  return { dispose: end };
}
