import * as l10n from '@vscode/l10n';
import { nothing } from 'lit';
import type { AboutFormat } from '../../src/protocol/answers/formats.ts';
import { picture } from './icons.ts';

/** What people call a format. */
export function formatTitle({ title }: AboutFormat): string {
  return l10n.t(title);
}

/** The title with what such a log records, in one line. */
export function formatSummary({ title, summary }: AboutFormat): string {
  return summary === '' ? l10n.t(title) : `${l10n.t(title)}: ${l10n.t(summary)}`;
}

/** The icon beside the title; nothing where none is known. */
export function formatIcon({ outline }: AboutFormat): unknown {
  return outline === null ? nothing : picture(outline);
}
