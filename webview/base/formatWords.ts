import * as l10n from '@vscode/l10n';
import { nothing } from 'lit';
import type { AboutFormat } from '../../src/protocol/answers/formats.ts';
import { icon, isIcon } from './icons.ts';

/** What people call a format. */
export function formatTitle({ title }: AboutFormat): string {
  return l10n.t(title);
}

/** The title with what such a log records, in one line. */
export function formatSummary({ title, summary }: AboutFormat): string {
  return summary === '' ? l10n.t(title) : `${l10n.t(title)}: ${l10n.t(summary)}`;
}

/** The icon beside the title; nothing where this page has no such icon. */
export function formatIcon({ icon: name }: AboutFormat): unknown {
  return name !== null && isIcon(name) ? icon(name) : nothing;
}
