import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { Searching } from '../../src/protocol/answers/answer.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import type { FilterBox } from '../filter/filterBox.ts';
import { numberText, percentText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { ThrottledAnnouncement } from '../base/throttledAnnouncement.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { breadcrumb } from './breadcrumb.ts';
import { hasRecords } from './pageLayout.ts';
import { rangeChip, rangeChipStyles } from './rangeChip.ts';

/** Where one is, what is filtered, and how many records that leaves. */
export class TopBar extends LitElement {
  static override properties = { context: { attribute: false }, hasFields: { attribute: false }, hasLanes: { attribute: false } };
  declare context: ViewContext;
  /** Whether the pane of the user's fields is open. */
  declare hasFields: boolean;
  declare hasLanes: boolean;
  onLanes: () => void = () => undefined;
  /** Called when the user opens or closes it. */
  onFields: () => void = () => undefined;
  /** Called when the user stops the search, or has it go on. */
  onStop: () => void = () => undefined;
  onResume: () => void = () => undefined;

  readonly #count = new QueryController(this, 'page');
  readonly #reported = new ThrottledAnnouncement(this);

  static override styles = [
    sharedStyles,
    rangeChipStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
        padding: 6px 12px;
        /* Whole pixels, whatever the font: charts below would be blurred otherwise. */
        line-height: round(up, 1.35em, 1px);
        border-bottom: 1px solid var(--border);
        position: relative;
        z-index: 5;
      }
      .way {
        display: flex;
        align-items: center;
        min-width: 0;
        max-width: 46%;
      }
      .crumbs {
        min-width: 0;
        margin-left: 4px;
      }
      li.cut {
        display: flex;
        gap: 5px;
      }
      li.cut > :first-child {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 0 5px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        max-width: 220px;
        padding: 2px;
      }
      audit-log-filter {
        flex: 1 1 260px;
      }
      /* On a line of its own below all others, and as high before it is loaded as after it. */
      audit-log-filter-chips {
        order: 1;
        flex: 0 0 100%;
        min-height: 24px;
      }
      .count b {
        font-variant-numeric: tabular-nums;
      }
      .progress {
        position: absolute;
        inset: auto 0 -1px 0;
        height: 2px;
      }
      .progress span {
        display: block;
        height: 100%;
        background: var(--vscode-progressBar-background);
      }
      @media (forced-colors: active) {
        .progress span {
          forced-color-adjust: none;
          background: Highlight;
        }
      }
      @media (max-width: 620px) {
        .way {
          max-width: 100%;
          flex: 1 1 auto;
        }
      }
    `,
  ];

  /** Moves the keyboard to the filter. */
  override focus(): void {
    this.renderRoot.querySelector<FilterBox>('audit-log-filter')?.focus();
  }

  protected override willUpdate(): void {
    this.#count.want(this.context, { query: pageQuery(this.context.view.state), order: 'file', from: { at: 0 }, count: 0 });
  }

  protected override render(): unknown {
    const { link, settings, snapshot, view } = this.context;
    // A compressed log has no text as a whole.
    const isCompressed = snapshot.sources[0]?.compression === 'gzip';
    return html`
      <h1 class="hidden-visually">${settings.title}</h1>
      <div class="way">
        <button
          class="icon"
          title=${l10n.t('Back')}
          aria-label=${l10n.t('Back')}
          ?disabled=${!view.canGoBack}
          @click=${() => link.intend({ kind: 'back' })}
        >
          ${icon('back')}
        </button>
        <button
          class="icon"
          title=${l10n.t('Forward')}
          aria-label=${l10n.t('Forward')}
          ?disabled=${!view.canGoForward}
          @click=${() => link.intend({ kind: 'forward' })}
        >
          ${icon('forward')}
        </button>
        ${breadcrumb(this.context)}
      </div>
      <audit-log-filter .context=${this.context}></audit-log-filter>
      ${
        view.state.query === '' && view.state.pinned === undefined && view.state.off === undefined
          ? nothing
          : html`<audit-log-filter-chips .context=${this.context} .onLeft=${() => this.focus()}></audit-log-filter-chips>`
      }
      ${rangeChip(this.context)}
      ${
        view.isZoomLinked === true
          ? html`<span role="status" title=${l10n.t('All timelines in view show the same times')}>⇄ ${l10n.t('zoom linked')}</span>`
          : nothing
      }
      ${
        hasRecords(view.state.page.kind)
          ? html`<button
                class="icon"
                title=${l10n.t('Add field…')}
                aria-label=${l10n.t('Add field…')}
                aria-expanded=${this.hasFields}
                @click=${this.onFields}
              >
                ${icon('add')}
              </button>
              <button
                class="icon"
                title=${l10n.t('Lanes')}
                aria-label=${l10n.t('Lanes')}
                aria-pressed=${this.hasLanes}
                @click=${this.onLanes}
              >
                ${icon('lanes')}
              </button>`
          : nothing
      }
      <al-button appearance="secondary" @click=${() => link.intend({ kind: 'openSource', at: null })}
        >${isCompressed ? l10n.t('Open record as text') : l10n.t('Open as text')}</al-button
      >
      ${this.#counted()} ${this.#progress()}
    `;
  }

  #counted(): unknown {
    const { snapshot, settings } = this.context;
    const { answer: count, problem } = this.#count;
    if (count === undefined || problem !== undefined) {
      return html`<span class="count muted" role="status">${problem ?? '…'}</span>`;
    }
    if (count.searching !== undefined) {
      return this.#searching(count.matching, count.searching);
    }
    return html`<span class="count" role="status"
      ><b>${numberText(count.matching, settings)}</b>
      <span class="muted">${totalText(count.total, snapshot.complete, settings)}</span></span
    >`;
  }

  #searching(matching: number, { left, total }: Searching): unknown {
    const { search, settings } = this.context;
    const share = percentText(Math.floor(((total - left) / total) * 100), settings);
    const isStopped = search.state === 'stopped';
    const text = isStopped ? l10n.t('search stopped at {0}', share) : l10n.t('{0} searched', share);
    const found = l10n.t('{0} found so far', numberText(matching, settings));
    return html`<span class="count"><b>${found}</b> <span class="muted">${text}</span></span>
      <span class="hidden-visually" role="status">${this.#reported.of(`${found}, ${text}`)}</span>
      <al-button appearance="secondary" @click=${isStopped ? this.onResume : this.onStop}
        >${isStopped ? l10n.t('Continue search') : l10n.t('Stop search')}</al-button
      >`;
  }

  #progress(): unknown {
    const { complete, bytesRead, bytesTotal } = this.context.snapshot;
    if (complete || bytesTotal === null || bytesTotal === 0) {
      return nothing;
    }
    const percent = Math.min(100, Math.round((bytesRead / bytesTotal) * 100));
    return html`<div
      class="progress"
      role="progressbar"
      aria-label=${l10n.t('Reading')}
      aria-valuenow=${percent}
      aria-valuemin="0"
      aria-valuemax="100"
    >
      <span .style=${`width:${percent}%`}></span>
    </div>`;
  }
}

function totalText(total: number, isComplete: boolean, settings: ViewSettings): string {
  if (total === 1) {
    return isComplete ? l10n.t('of 1 record') : l10n.t('of 1 record so far');
  }
  const number = numberText(total, settings);
  return isComplete ? l10n.t('of {0} records', number) : l10n.t('of {0} records so far', number);
}
