import { html, nothing, type TemplateResult } from 'lit';
import type { FieldDescription } from '../../src/protocol/describe.ts';
import type { RecordFinding } from '../../src/protocol/answers/record.ts';
import { say } from '../../src/protocol/say.ts';
import { severityName, severitySymbol } from '../base/symbols.ts';
import { fieldTip } from '../detail/fieldTip.ts';

/** What a tip over the source says: what was found there, and what is known of the field, as the list of fields says it. */
export function sourceTip(findings: readonly RecordFinding[], field: FieldDescription | undefined): TemplateResult {
  return html`${findings.map(findingText)}${field === undefined ? nothing : html`<div class="about">${fieldTip(field)}</div>`}`;
}

/** A finding in words, with its severity. */
export function findingText({ severity, message, code }: RecordFinding): TemplateResult {
  return html`<p class="found">
    ${severitySymbol(severity)}<span class="hidden-visually">${severityName(severity)}:</span> ${say(message)}
    <span class="muted mono">${code}</span>
  </p>`;
}
