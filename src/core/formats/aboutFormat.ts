import { attestationFormat, attestationId } from './attestation/attestationFormat.ts';
import type { AuditFormat } from './definition/format.ts';
import type { FormatSet } from './formatSet.ts';

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
}

/** What is said of a format, by its id; of one that is not in the set, its id. */
export function aboutFormat(formats: FormatSet, id: string): AboutFormat {
  const format: Pick<AuditFormat, 'id' | 'title' | 'summary' | 'documentation' | 'icon'> =
    id === attestationId ? attestationFormat : (formats.ofId(id)?.format ?? { id, title: id, documentation: '' });
  const { title, summary = '', documentation, icon = null } = format;
  return { id, title, summary, documentation, icon };
}
