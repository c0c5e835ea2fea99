import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';

export const startUsage = `Usage: npm start [-- [FILE | FOLDER] [OPTION...]]

Shows Audit Log Viewer in VS Code, in your browser: FILE in the timeline, FOLDER as the workspace,
or, without either, two sample logs.

  --port N     the port of VS Code on 127.0.0.1; default: a free one
  --no-open    prints the address and opens no browser
  --help       prints this
`;

export interface StartOptions {
  /** As it was given. */
  readonly path: string | undefined;
  readonly port: number | undefined;
  readonly opensBrowser: boolean;
}

/** What to show: files and folders by absolute path. */
export type Shown = { readonly kind: 'samples' } | { readonly kind: 'file' | 'folder'; readonly path: string };

/** Reads the arguments of `npm start`; throws one sentence about what is wrong with them. */
export function readStartOptions(parameters: readonly string[]): StartOptions | 'help' {
  const { values, positionals } = parse(parameters);
  if (values.help) {
    return 'help';
  }
  const [path, further] = positionals;
  if (further !== undefined) {
    throw new Error(`one file or folder at a time, not also ${further}: open others in VS Code itself`);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port ?? '') && port > 0 && port < 65_536)) {
    throw new Error(`${values.port} is no port: expected a number from 1 to 65535`);
  }
  return { path, port, opensBrowser: !values['no-open'] };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // After the first sentence, Node says how to name a file that begins with a hyphen.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new Error(`${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`, { cause: error });
  }
}

/** What is at a path; throws a sentence where that can be shown by no means. */
export function findShown(path: string | undefined): Shown {
  if (path === undefined) {
    return { kind: 'samples' };
  }
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new Error(`there is no file or folder ${path}`);
  }
  if (!stats.isFile() && !stats.isDirectory()) {
    throw new Error(`${path} is neither a file nor a folder`);
  }
  return { kind: stats.isFile() ? 'file' : 'folder', path };
}
