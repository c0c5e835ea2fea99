import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { attestationId } from '../src/core/formats/attestation/attestationFormat.ts';
import type { AuditFormat } from '../src/core/formats/definition/format.ts';

/**
 * Leaves the documentation of fields out of a bundle, but for their paths and titles, which filters and their completion
 * need, and the documentation of events. Of a strict format all stays that its records are judged by. What a field or an
 * operation means is explained by the engine, so that only its bundles hold all of it.
 */
export const fieldNamesOnly: Plugin = reduced('field-names-only', (format) =>
  format.strict === true ? undescribed(format) : { ...format, fields: namesOf(format), events: eventsOf(format) },
);

/** Leaves everything out of a bundle that filters and their completion do not need: nothing recognises or reads records there. */
export const formatNamesOnly: Plugin = reduced('format-names-only', (format) => ({
  ...(format.id === attestationId ? { ...format, detection: [], ownKeys: undefined, documentation: undefined, summary: undefined } : {}),
  id: format.id,
  title: format.title,
  envelopes: format.envelopes,
  fields: namesOf(format),
  events: eventsOf(format),
}));

/** Of Attestation's fields the types: they decide how filters compare the values. */
function namesOf({ id, fields }: AuditFormat): unknown {
  return fields?.map(({ path, title, type }) => (id === attestationId ? { path, type } : { path, title }));
}

/** The names of Attestation's events, of which filters know the synonyms; those of other formats are the engine's. */
function eventsOf({ id, events }: AuditFormat): unknown {
  return id === attestationId ? events?.map(({ operation, synonyms }) => ({ operation, synonyms })) : undefined;
}

/** Without what it explains: all that records are judged by. */
function undescribed({ fields, events, ...format }: AuditFormat): unknown {
  return {
    ...format,
    fields: fields?.map((field) => ({ ...field, description: undefined })),
    events: events?.map((event) => ({ ...event, description: undefined, phrase: undefined })),
  };
}

function reduced(name: string, reduce: (format: AuditFormat) => unknown): Plugin {
  return {
    name,
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]core[\\/]formats[\\/]\w+[\\/]format\.json$/ }, ({ path }) => ({
        loader: 'js',
        contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(reduce(JSON.parse(readFileSync(path, 'utf8')) as AuditFormat)))});`,
      }));
    },
  };
}
