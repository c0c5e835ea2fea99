import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/protocol/say.ts';
import type { Excerpt, FindingRow } from '../../src/protocol/answers/findings.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** Which record it is, when it was written and what it says. */
export function recordFacts({ range, time, sentence }: FindingRow, { source, index }: RecordRef, context: ViewContext): TemplateResult {
  const { settings } = context;
  const facts = [
    ...sourceName(source, context),
    l10n.t('Record {0}', numberText(index, settings)),
    l10n.t('line {0}', numberText(range.startLine + 1, settings)),
    time === null ? l10n.t('no valid time') : ticksTimeText(time.ticks, settings.timeZone),
  ];
  return html`${facts.join(' · ')}${sentence === null ? nothing : html` · <span class="sentence">${say(sentence)}</span>`}`;
}

/** Where a stretch that belongs to no record is, and what is there. */
export function brokenStretch({ range, byteOffset, byteLength, excerpt, ref }: FindingRow, context: ViewContext): TemplateResult {
  const { settings } = context;
  const [first, last] = [numberText(range.startLine + 1, settings), numberText(range.endLine + 1, settings)];
  const [from, to] = [numberText(byteOffset, settings), numberText(byteOffset + Math.max(1, byteLength) - 1, settings)];
  const facts = [
    ...sourceName(ref.source, context),
    l10n.t('broken stretch'),
    first === last ? l10n.t('line {0}', first) : l10n.t('lines {0} – {1}', first, last),
    from === to ? l10n.t('byte {0}', from) : l10n.t('bytes {0} – {1}', from, to),
  ];
  return html`${facts.join(' · ')}${excerpt === null ? nothing : html` · ${shownExcerpt(excerpt)}`}`;
}

/** The text around the place, of which the place itself is marked. */
function shownExcerpt({ before, text, after, beginsEarlier, goesOn }: Excerpt): TemplateResult {
  const lead = before.slice(-40);
  return html`<span class="mono"
    >${beginsEarlier || lead.length < before.length ? '…' : ''}${lead}<mark>${text.slice(0, 200)}</mark>${after.slice(0, 200)}${goesOn ? '…' : ''}</span
  >`;
}

/** The name of the file where a log has several. */
function sourceName(source: number, { snapshot }: ViewContext): readonly string[] {
  const name = snapshot.sources.length > 1 ? snapshot.sources[source]?.name : undefined;
  return name === undefined ? [] : [name.split(/[\\/]/).pop() ?? name];
}
