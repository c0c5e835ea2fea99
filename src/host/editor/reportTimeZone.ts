import * as vscode from 'vscode';
import { settings } from '../base/settings.ts';
import type { Disposable } from '../lifetime/disposables.ts';

/** Says, once of each wrong value, that the setting names no time zone. */
export function reportTimeZone(): Disposable {
  let reported: string | undefined;
  const look = (): void => {
    const { problem } = settings.timeZone();
    if (problem !== undefined && problem !== reported) {
      void vscode.window.showWarningMessage(problem);
    }
    reported = problem;
  };
  look();
  return settings.onDidChange(look);
}
