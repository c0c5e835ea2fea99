import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import type { AuditFormat } from '../src/core/formats/definition/format.ts';
import { formatData } from '../src/core/formats/formatData.ts';
import { root } from './paths.ts';

/**
 * Formats as they are, but as text, which V8 parses in a fraction of the time that it needs for the same as source text. Most of
 * it documents fields and events, and is parsed when somebody asks for that.
 */
export const formatsAsText: Plugin = textOfFormats('formats-as-text', (format) => parsing(documentationOf(format)));

/** The folder of what formats document, below `dist/`. */
const folder = 'node/formats';

/** The same for a script of Node in `dist/`, which reads what formats document from the files of {@link writeDocumentation}. */
export const formatsInFiles: Plugin = textOfFormats('formats-in-files', ({ id }) => `require('./${folder}/${id}.json')`);

export function writeDocumentation(): void {
  mkdirSync(join(root, 'dist', folder), { recursive: true });
  for (const format of formatData) {
    writeFileSync(join(root, 'dist', folder, `${format.id}.json`), JSON.stringify(documentationOf(format)));
  }
}

function documentationOf({ fields, events }: AuditFormat): unknown {
  return { fields, events };
}

/** @param documented The expression whose value has the format's fields and events. */
function textOfFormats(name: string, documented: (format: AuditFormat) => string): Plugin {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(String.raw`^\./${folder}/`) }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /[\\/]src[\\/]core[\\/]formats[\\/]\w+[\\/]format\.json$/ }, ({ path }) => {
        const format = JSON.parse(readFileSync(path, 'utf8')) as AuditFormat;
        // By those of a strict format records are judged.
        const isWhole = format.strict === true || format.fields === undefined;
        return { loader: 'js', contents: isWhole ? `export default ${parsing(format)};` : documentedLater(format, documented(format)) };
      });
    },
  };
}

function documentedLater(format: AuditFormat, documented: string): string {
  return `
    let found;
    const documented = () => (found ??= ${documented});
    export default Object.defineProperties(${parsing({ ...format, fields: undefined, events: undefined })}, {
      fields: { enumerable: true, get: () => documented().fields },
      events: { enumerable: true, get: () => documented().events },
    });`;
}

function parsing(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
