import * as vscode from 'vscode';
import type { ViewSettings } from '../../protocol/viewMessages.ts';
import { settings } from '../base/settings.ts';

/** What the page of a log's timeline has to know of VS Code and its settings. */
export function pageSettings(log: vscode.Uri): ViewSettings {
  return {
    timeZone: settings.timeZone().zone,
    locale: vscode.env.language,
    bundle: vscode.l10n.bundle ?? null,
    lanes: settings.lanes(),
    title: log.path.slice(log.path.lastIndexOf('/') + 1),
  };
}
