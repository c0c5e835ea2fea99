import * as vscode from 'vscode';

/** The folders from which a timeline's page may load anything. */
export function resourceRoots(extensionUri: vscode.Uri): readonly vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist')];
}

/**
 * The page of a timeline: a script and nothing else. What it imports, at once or later, is fetched at the same time: VS Code 1.100
 * keeps the next page waiting for half a minute where a page goes that has just asked for a script. State comes by messages, so no
 * text of a log is ever part of the page. `nonce` must be new each time: only the script that carries it and what that imports runs,
 * and nothing is loaded from elsewhere.
 */
export function webviewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, nonce: string): string {
  const [script, ...imported] = ['dist/webview.js', 'dist/webview/chunk.js', 'dist/webview/furtherParts.js'].map((path) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, path)).toString(),
  );
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    // Style sheets are constructed by the script, to which this policy does not apply. The nonce is for one empty style
    // element by which the toolkit finds out whether the browser knows :focus-visible; it takes it from the meta element.
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit Log</title>
${imported.map((path) => `<link rel="modulepreload" nonce="${nonce}" href="${path}">`).join('\n')}
<script type="module" nonce="${nonce}" src="${script}"></script>
</head>
<body></body>
</html>`;
}
