import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/protocol/say.ts';
import type { FindingItem } from '../../src/protocol/answers/findings.ts';
import { severityName, severitySymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** One finding with the ways to its place in the text and to a record that explains it. */
export function findingLine(finding: FindingItem, context: ViewContext): TemplateResult {
  const { link } = context;
  return html`<span class="finding"
    >${severitySymbol(finding.severity)}<span class="hidden-visually">${severityName(finding.severity)}:</span> ${say(finding.message)}
    <span class="muted mono">${finding.code}</span>
    <button class="link" @click=${() => link.intend({ kind: 'openSource', at: { finding: finding.ref } })}>
      ${l10n.t('Go to source')}
    </button>
    ${
      finding.related === null
        ? nothing
        : html`<button class="link" @click=${() => link.intend({ kind: 'select', ref: finding.related })}>
            ${l10n.t('Show record {0}', finding.related.index)}
          </button>`
    }
  </span>`;
}
