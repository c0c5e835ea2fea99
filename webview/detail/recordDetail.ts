import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { FindingItem } from '../../src/protocol/answers/findings.ts';
import type { RecordDetail as Detail } from '../../src/protocol/answers/record.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { callerPage } from '../drilldown/callerPage.ts';
import { findingLine } from '../findings/findingLine.ts';
import { hitStyles } from '../base/hitMarks.ts';
import { hitMarker } from '../base/hits.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { formatIcon, formatSummary } from '../base/formatWords.ts';
import { QueryController } from '../base/queryController.ts';
import { recordNumber } from '../records/recordRow.ts';
import { sentence } from '../records/sentence.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { changeList, changeListStyles } from './changeList.ts';
import type { DetailPanel } from './detailPanel.ts';
import { type DetailSide, wantedSide } from './detailSide.ts';
import { type DetailTools, detailTools, detailToolsStyles, roomNote } from './detailTools.ts';
import { nameGridStyles } from './nameGrid.ts';
import { recordPanels } from './recordPanels.ts';
import { recordPanelStyles } from './recordPanelStyles.ts';
import type { ComparedRecords } from '../base/comparedRecords.ts';
import { requestList } from './requestList.ts';
import { shownSide } from './shownSide.ts';

/** Everything about the selected record. */
export class RecordDetail extends LitElement {
  static override properties = {
    context: { attribute: false },
    compared: { attribute: false },
    panel: { attribute: false },
    chosenSide: { attribute: false },
    hasLanes: { attribute: false },
    side: { reflect: true },
  };
  declare context: ViewContext;
  /** Shown in place of the record, if there are any. */
  declare compared: ComparedRecords | undefined;
  /** The panel that is shown of what the record says. */
  declare panel: DetailPanel;
  onPanel: (panel: DetailPanel) => void = () => undefined;
  /** Where the user wants it; undefined before they have chosen. */
  declare chosenSide: DetailSide | undefined;
  /** Whether there are lanes above the list. */
  declare hasLanes: boolean;
  /** Where it is, for the page’s style sheet. */
  declare protected side: DetailSide;
  onSide: (side: DetailSide) => void = () => undefined;
  /** Called when the user is done with the comparison. */
  onLeaveComparison: () => void = () => undefined;
  /** Called when the record's time is known, for the line in the chart. */
  onTime: (ticks: string | undefined) => void = () => undefined;

  /** Called when the user is done with the record; `isClosed` where it is not to be shown any more. */
  onLeave: (isClosed: boolean) => void = () => undefined;

  #isFocusWanted = false;
  readonly #record = new QueryController(this, 'record');
  /** Whether the filter shows the record. */
  readonly #place = new QueryController(this, 'page');

  static override styles = [
    hitStyles,
    sharedStyles,
    changeListStyles,
    recordPanelStyles,
    nameGridStyles,
    detailToolsStyles,
    css`
      :host {
        display: block;
        padding: 10px 14px 16px;
        overflow: auto;
      }
      h2.title {
        font-size: 1.1em;
        line-height: 1.4;
        font-weight: normal;
        overflow-wrap: anywhere;
      }
      .when {
        margin: 4px 0 8px;
      }
      .format {
        margin: 0 0 8px;
      }
      .hidden {
        margin: 0 0 8px;
        padding: 3px 8px;
        border-left: 3px solid var(--severity-information);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      h3 {
        margin: 14px 0 3px;
      }
    `,
  ];

  /** Moves the keyboard to the sentence of the record, once that has been read. */
  override focus(): void {
    this.#isFocusWanted = true;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#leaveByKey);
    window.addEventListener('resize', this.#resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#resized);
  }

  readonly #resized = (): void => this.requestUpdate();

  protected override willUpdate(): void {
    this.side = shownSide(this.chosenSide, this.hasLanes, window);
    const { selected } = this.context.view.state;
    this.#record.want(this.context, selected === null ? undefined : { ref: selected });
    const query = pageQuery(this.context.view.state);
    const isAsked = selected !== null && query !== '';
    this.#place.want(this.context, isAsked ? { query, order: 'file', from: { around: selected }, count: 0 } : undefined);
  }

  protected override updated(): void {
    this.onTime(this.#record.answer?.row.time?.ticks);
    const title = this.#isFocusWanted ? this.renderRoot.querySelector('h2') : null;
    if (title !== null) {
      this.#isFocusWanted = false;
      title.focus();
    }
  }

  /** Escape belongs to whoever takes it first, such as a tip. */
  readonly #leaveByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      this.onLeave(false);
    }
  };

  protected override render(): unknown {
    if (this.compared !== undefined) {
      return html`<audit-log-comparison
        .context=${this.context}
        .records=${this.compared}
        .onLeave=${this.onLeaveComparison}
      ></audit-log-comparison>`;
    }
    if (this.#record.problem !== undefined) {
      return html`<p class="problem" role="alert">${this.#record.problem}</p>`;
    }
    const detail = this.#record.answer;
    return detail === undefined ? html`<p class="muted">${l10n.t('Reading the record…')}</p>` : this.#detail(detail);
  }

  #detail(detail: Detail): unknown {
    const { row } = detail;
    const { settings, link } = this.context;
    const tools = this.#tools();
    const path = [detail.resource, detail.place, detail.targets.slice(0, 1)].find(({ length }) => length > 0);
    return html`<article aria-label=${l10n.t('Record {0}', recordNumber(row, settings))} aria-busy=${this.#record.isWaiting}>
      ${detailTools(tools)}
      <h2 class="title" tabindex="-1">
        ${groupSymbol(row.group)}<span class="hidden-visually">${groupName(row.group)}</span>
        ${sentence(row.sentence, { mark: hitMarker(this.context.view.state) })}
      </h2>
      ${roomNote(tools)} ${this.#when(detail)} ${this.#format(detail)} ${this.#hidden()}
      <div class="actions">
        ${row.caller === null ? nothing : this.#open(l10n.t('Open caller'), callerPage(row.caller))}
        ${path === undefined ? nothing : this.#open(l10n.t('Open target'), { kind: 'target', path })}
        <al-button appearance="secondary" @click=${() => link.intend({ kind: 'openSource', at: { record: row.ref } })}
          >${l10n.t('Go to source')}</al-button
        >
        <al-button appearance="secondary" @click=${() => this.#copy(detail)}>${l10n.t('Copy')}</al-button>
      </div>
      ${this.#findings(detail.findings)}
      <audit-log-changed-states .context=${this.context} .row=${row}></audit-log-changed-states>
      <audit-log-aspects .context=${this.context} .aspects=${detail.aspects} .selected=${row.ref}></audit-log-aspects>
      ${detail.changes.length === 0 ? nothing : changeList(detail, settings)}
      ${detail.request === null ? nothing : requestList(detail.request, row.ref, this.context)}
      ${recordPanels({ context: this.context, detail, panel: this.panel, onPanel: (panel) => this.onPanel(panel) })}
    </article>`;
  }

  #tools(): DetailTools {
    const wanted = wantedSide(this.chosenSide, window);
    return { wanted, shown: this.side, onSide: (side) => this.onSide(side), onClose: () => this.onLeave(true) };
  }

  /** Of a record that is too long to be shown whole the host says how much it copies. */
  #copy({ text, cut }: Detail): void {
    this.context.link.intend(cut ? { kind: 'copyRecords', as: 'json', rows: null, fields: [] } : { kind: 'copy', text });
  }

  #hidden(): unknown {
    const { answer, isWaiting } = this.#place;
    const {
      link,
      view: { state },
    } = this.context;
    return answer === undefined || answer.found !== null || isWaiting
      ? nothing
      : html`<p class="hidden" role="status">
          ${l10n.t('The filter hides this record from the list.')}
          <button class="link" @click=${() => this.context.link.intend({ kind: 'filter', query: '' })}>
            ${l10n.t('Clear the filter')}
          </button>
          ${
            state.pinned === undefined
              ? nothing
              : html`<button class="link" @click=${() => link.intend({ kind: 'filter', query: state.query, pinned: [] })}>
                  ${l10n.t('Unpin filters')}
                </button>`
          }
        </p>`;
  }

  #when({ row }: Detail): unknown {
    const { settings } = this.context;
    const place = l10n.t('record {0} · line {1}', recordNumber(row, settings), numberText(row.line, settings));
    if (row.time === null) {
      return html`<p class="when muted">${l10n.t('no valid time')} · ${place}</p>`;
    }
    const other = settings.timeZone === 'utc' ? 'local' : 'utc';
    return html`<p class="when muted">
      <span class="mono" title=${row.time.text}>${ticksTimeText(row.time.ticks, settings.timeZone)}</span> ${zoneName(settings.timeZone)} ·
      <span class="mono">${ticksTimeText(row.time.ticks, other)}</span> ${zoneName(other)} · ${place}
    </p>`;
  }

  /** Of a record of another format than Attestation's what that is, and where it is documented. */
  #format({ format }: Detail): unknown {
    return format.id === 'attestation'
      ? nothing
      : html`<p class="format muted">
          ${formatIcon(format)}${formatSummary(format)}
          ${
            format.documentation === ''
              ? nothing
              : html`<al-link href=${format.documentation} title=${format.documentation}>${l10n.t('Documentation')}</al-link>`
          }
        </p>`;
  }

  #open(name: string, page: ViewPage): unknown {
    return html`<al-button appearance="secondary" @click=${() => this.context.link.intend({ kind: 'open', page })}>${name}</al-button>`;
  }

  #findings(findings: readonly FindingItem[]): unknown {
    return findings.length === 0
      ? nothing
      : html`<h3>${l10n.t('Findings')}</h3>
          <ul>
            ${findings.map((finding) => html`<li>${findingLine(finding, this.context)}</li>`)}
          </ul>`;
  }
}
