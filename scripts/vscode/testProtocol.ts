/**
 * How test results leave VS Code: lines on the extension host's console, which reach the page's console in both hosts.
 * A line is the marker and JSON in base64, because VS Code treats `%` and line breaks in console text as its own.
 */

export type TestMessage =
  | { readonly kind: 'start'; readonly host: TestHost; readonly version: string }
  | {
      readonly kind: 'test';
      readonly name: string;
      /** `unsteady`: passed, but only when it was tried again; `error` is what it said first. */
      readonly outcome: 'passed' | 'failed' | 'skipped' | 'unsteady';
      readonly milliseconds: number;
      readonly error?: string;
    }
  | { readonly kind: 'end' };

/** Where an extension runs: in a Node process, or in a web worker as on vscode.dev. */
export type TestHost = 'node' | 'web';

const marker = '@@audit-log-test ';

export function encodeTestMessage(message: TestMessage): string {
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  return marker + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The message in a line of console output, or undefined for any other line. */
export function decodeTestMessage(line: string): TestMessage | undefined {
  const [, encoded] = /@@audit-log-test ([A-Za-z0-9+/=]+)/.exec(line) ?? [];
  if (encoded === undefined) {
    return undefined;
  }
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  // Only our own tests write this marker, so the shape is known.
  return JSON.parse(new TextDecoder().decode(bytes)) as TestMessage;
}
