import * as vscode from 'vscode';
import type { AuditLogApi } from './base/api.ts';
import { compose } from './compose.ts';
import { compiledCodeFolder } from './node/compiledCodeFolder.ts';
import { moduleAddress } from './node/moduleAddress.ts';
import { startNodeWorker } from './node/startNodeWorker.ts';
import { streamedFile } from './node/streamedFile.ts';

/** Called by VS Code on Node once, when one of the activation events of package.json happens. */
export function activate(context: vscode.ExtensionContext): AuditLogApi {
  const { extension, extensionUri, globalStorageUri } = context;
  const { version } = extension.packageJSON as { readonly version: string };
  return compose(context, {
    startWorker: startNodeWorker(vscode.Uri.joinPath(extensionUri, 'dist/engine.js').fsPath, () => ({
      compiledCode: compiledCodeFolder(globalStorageUri.fsPath, version),
    })),
    fileSource: (uri, name) => (uri.scheme === 'file' ? { kind: 'file', path: uri.fsPath, name } : undefined),
    validator: () => Promise.resolve(moduleAddress(vscode.Uri.joinPath(extensionUri, 'dist/validator.mjs').fsPath)),
    fileWriter: (uri, kept) =>
      uri.scheme === 'file'
        ? streamedFile(
            uri.fsPath,
            kept.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath),
          )
        : undefined,
  });
}
