import * as vscode from 'vscode';

/**
 * Gives the address under which the engine's worker can import a script of the extension: that of a blob, read when it is asked for
 * first, as the extension comes from another origin.
 */
export function scriptAddress(script: vscode.Uri): () => Promise<string> {
  let address: Promise<string> | undefined;
  const make = async (): Promise<string> => {
    const bytes = await vscode.workspace.fs.readFile(script);
    return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
  };
  return () => (address ??= make());
}
