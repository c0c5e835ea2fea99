import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { literalTerm } from '../../src/core/query/editQuery.ts';
import type { Coverage } from '../../src/protocol/answers/coverage.ts';
import type { Container, SourceSummary } from '../../src/protocol/answers/snapshot.ts';
import { shareText } from '../coverage/coverageWords.ts';
import { bytesText, numberText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { selectedText } from '../records/listHead.ts';
import { severities } from '../records/recordRow.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { LogChange } from './logNews.ts';
import { severityCount, severitySymbol } from '../base/symbols.ts';
import { formatIcon, formatSummary, formatTitle } from '../base/formatWords.ts';
import { ThrottledAnnouncement } from '../base/throttledAnnouncement.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** More formats than there are built in. */
const maxFormats = 20;

/** What file this is, how it was read, what is wrong with it, and in which zone times are shown. */
export class StatusLine extends LitElement {
  static override properties = {
    context: { attribute: false },
    coverage: { attribute: false },
    change: { attribute: false },
    several: { attribute: false },
  };
  declare context: ViewContext;
  /** Undefined until it is known. */
  declare coverage: Coverage | undefined;
  /** Undefined where nobody wants to know. */
  declare change: LogChange | undefined;
  /** How many records are selected together; 0 where one at most is. */
  declare several: number;
  readonly #reported = new ThrottledAnnouncement(this);

  constructor() {
    super();
    this.several = 0;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 18px;
        padding: 3px 12px;
        border-top: 1px solid var(--border);
      }
      .zone {
        margin-left: auto;
      }
    `,
  ];

  protected override render(): unknown {
    const { snapshot, settings, link } = this.context;
    return html`
      ${snapshot.sources.map((source) => html`<span class="muted break">${this.#source(source)}</span>`)}
      <span
        >${this.#records()}
        ${this.change === undefined ? nothing : html`<span class="change" role="status">${this.#reported.of(this.#changeText(this.change))}</span>`}</span
      >
      ${severities.map((severity) =>
        snapshot.findings[severity] === 0
          ? nothing
          : html`<button
              class="link"
              title=${l10n.t('Show the findings')}
              @click=${() => link.intend({ kind: 'open', page: { kind: 'findings', severity } })}
            >
              ${severitySymbol(severity)} ${severityCount(severity, snapshot.findings[severity], settings)}
            </button>`,
      )}
      ${
        snapshot.complete && severities.every((severity) => snapshot.findings[severity] === 0)
          ? html`<span class="muted">${l10n.t('no findings')}</span>`
          : nothing
      }
      ${this.#formatsFound()} ${this.#coverage()}
      <span class="muted zone">${zoneName(settings.timeZone)}</span>
    `;
  }

  /** How many records the log has; while several are selected, how many these are. */
  #records(): unknown {
    const { snapshot, settings } = this.context;
    return this.several === 0
      ? html`<span class="muted"
          >${snapshot.records === 1 ? l10n.t('1 record') : l10n.t('{0} records', numberText(snapshot.records, settings))}</span
        >`
      : html`<span class="several">${selectedText(this.several, settings)}</span>`;
  }

  #changeText({ isReplaced, more }: LogChange): string {
    return [
      ...(isReplaced ? [l10n.t('the file changed and was read again from the start')] : []),
      ...(more === 0 ? [] : [more === 1 ? l10n.t('1 record more') : l10n.t('{0} records more', numberText(more, this.context.settings))]),
    ].join(' · ');
  }

  /** The formats of the records, where some are not of Attestation: each a way to those records alone. */
  #formatsFound(): unknown {
    const { settings, link } = this.context;
    const formats = (this.context.snapshot.complete && this.context.formats?.formats) || [];
    return formats.every(({ id }) => id === 'attestation')
      ? nothing
      : formats
          .slice(0, maxFormats)
          .map(
            (format) =>
              html`<button
                class="link"
                title=${[formatSummary(format), l10n.t('Show the {0} records of this format', numberText(format.count, settings))].join('\n')}
                @click=${() => link.intend({ kind: 'filter', query: literalTerm('format', format.id) })}
              >
                ${formatIcon(format)}${formatTitle(format)}
              </button>`,
          );
  }

  #coverage(): unknown {
    const { coverage, context } = this;
    return coverage === undefined || coverage.epochsTotal === 0
      ? nothing
      : html`<button
          class="link"
          title=${l10n.t('Show which numbers are in this file and which are not')}
          @click=${() => context.link.intend({ kind: 'open', page: { kind: 'coverage' } })}
        >
          ${l10n.t('coverage {0}', shareText(coverage.seen, BigInt(coverage.missing), context.settings))}
        </button>`;
  }

  #source(source: SourceSummary): string {
    const { settings } = this.context;
    const size = bytesText(source.bytes ?? source.decodedBytes, settings);
    const parts = [source.name.split(/[\\/]/).pop() ?? source.name, size, containerName(source.container), source.encoding.toUpperCase()];
    return [...parts, ...(source.compression === 'none' ? [] : ['gzip'])].join(' · ');
  }
}

function containerName(container: Container): string {
  switch (container) {
    case 'object':
      return l10n.t('one object');
    case 'ndjson':
      return 'NDJSON';
    case 'array':
      return l10n.t('array');
    case 'wrapper':
      return l10n.t('wrapped array');
    case 'concatenated':
      return l10n.t('objects in a row');
    case 'json-seq':
      return l10n.t('JSON sequence');
    case 'comma-lines':
      return l10n.t('lines with commas');
    case 'empty':
      return l10n.t('empty');
  }
}
