import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import type { AuditFormat } from '../src/core/formats/format.ts';

/**
 * Leaves the documentation of fields out of a bundle, but for their paths and titles, which filters and their completion
 * need, and the documentation of events. What a field or an operation means is explained by the engine, so that only its
 * bundles hold all of it.
 */
export const fieldNamesOnly: Plugin = {
  name: 'field-names-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]core[\\/]formats[\\/]\w+[\\/]format\.json$/ }, ({ path }) => {
      const format = JSON.parse(readFileSync(path, 'utf8')) as AuditFormat;
      const fields = format.fields?.map((field) => ({ path: field.path, title: field.title }));
      return { loader: 'json', contents: JSON.stringify({ ...format, fields, events: undefined }) };
    });
  },
};
