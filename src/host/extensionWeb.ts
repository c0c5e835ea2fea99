import * as vscode from 'vscode';
import type { AuditLogApi } from './base/api.ts';
import { compose } from './compose.ts';
import { scriptAddress } from './web/scriptAddress.ts';
import { startWebWorker } from './web/startWebWorker.ts';

/** Called by VS Code in a browser once, when one of the activation events of package.json happens. */
export function activate(context: vscode.ExtensionContext): AuditLogApi {
  return compose(context, {
    startWorker: startWebWorker(vscode.Uri.joinPath(context.extensionUri, 'dist/web/engine.js')),
    fileSource: () => undefined,
    validator: scriptAddress(vscode.Uri.joinPath(context.extensionUri, 'dist/validator.mjs')),
    fileWriter: () => undefined,
  });
}
