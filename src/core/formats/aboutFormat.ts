import { attestationFormat, attestationId } from './attestation/attestationFormat.ts';
import type { AuditFormat } from './definition/format.ts';
import type { FormatFilters } from './definition/formatFilters.ts';
import type { FormatSet } from './formatSet.ts';
import { suitedColumns } from './suitedColumns.ts';
import { suitedFacets } from './suitedFacets.ts';
import iconOutlines from './iconOutlines.json' with { type: 'json' };

/** What a format is called and what it is about, in English: title and summary of a built-in one are keys of the l10n bundle. */
export interface AboutFormat {
  readonly id: string;
  readonly title: string;
  /** One line on what such a log records; empty where the format says nothing. */
  readonly summary: string;
  /** Address of a page that documents it, `https`. */
  readonly documentation: string;
  /** Name of a codicon, or null. */
  readonly icon: string | null;
  /** Outline of that icon on a square of 16 units, as SVG writes paths; null where only the name is known. */
  readonly outline: string | null;
  /** Fields of the filter language whose values tell its records apart at a glance. */
  readonly facets: readonly string[];
  /** Those that have a column in the list of records, the more telling one first. */
  readonly columns: readonly string[];
  /** Questions that many ask of such a log, as filters. */
  readonly filters: FormatFilters;
}

/** By name the icons of built-in formats: the page has no room for them. */
const outlines: ReadonlyMap<string, string> = new Map(Object.entries(iconOutlines));

/** What is said of a format, by its id; of one that is not in the set, its id. */
export function aboutFormat(formats: FormatSet, id: string): AboutFormat {
  const compiled = id === attestationId ? undefined : formats.ofId(id);
  const format: Pick<
    AuditFormat,
    'id' | 'title' | 'summary' | 'documentation' | 'icon' | 'facets' | 'columns' | 'filters' | 'targets' | 'category'
  > = id === attestationId ? attestationFormat : (compiled?.format ?? { id, title: id, documentation: '' });
  const { title, summary = '', documentation, icon = null, filters = {} } = format;
  return {
    id,
    title,
    summary,
    documentation,
    icon,
    outline: icon === null ? null : (outlines.get(icon) ?? null),
    facets: suitedFacets(format, compiled?.hierarchies),
    columns: suitedColumns(format, compiled?.hierarchies),
    filters,
  };
}
