import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { literalTerm } from '../../src/core/query/editQuery.ts';
import type { EpochCoverage, Gap } from '../../src/protocol/answers/coverage.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { coverageStyles } from './coverageStyles.ts';
import { countText, missingText, rangeText, seenText, shareText } from './coverageWords.ts';
import { densityBar, densityBarStyles } from './densityBar.ts';
import { gapSpan } from '../../src/core/timeline/gapSpan.ts';
import { showGap } from './showGap.ts';

const epochLimit = 500;
const firstGaps = 10;
/** Asked for at first, so that bars show more than is listed. */
const askedGaps = 400;
const gapLimit = 1000;

/** What the sequence numbers say is in the file and what is not, writer by writer. */
export class CoveragePage extends LitElement {
  static override properties = { context: { attribute: false }, listed: { state: true }, width: { state: true } };
  declare context: ViewContext;
  /** Gaps listed of a writer, where the user has asked for more. */
  declare protected listed: ReadonlyMap<string, number>;
  /** Of the bars, in whole pixels; 0 before it was measured. */
  declare protected width: number;

  readonly #coverage = new QueryController(this, 'coverage');
  // Without the lines on either side of a bar.
  readonly #resize = new ResizeObserver((entries) => (this.width = Math.max(0, Math.floor(entries[0]!.contentRect.width) - 2)));

  constructor() {
    super();
    this.listed = new Map();
    this.width = 0;
  }

  static override styles = [sharedStyles, densityBarStyles, coverageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override willUpdate(): void {
    const gaps = Math.max(askedGaps, ...this.listed.values());
    this.#coverage.want(this.context, this.context.snapshot.complete ? { epochs: epochLimit, gaps } : undefined);
  }

  protected override render(): unknown {
    if (this.#coverage.problem !== undefined) {
      return html`<p class="problem" role="alert">${this.#coverage.problem}</p>`;
    }
    const coverage = this.#coverage.answer;
    if (coverage === undefined) {
      return html`<p class="muted">
        ${this.context.snapshot.complete ? l10n.t('Counting…') : l10n.t('Coverage is known when the log has been read to its end.')}
      </p>`;
    }
    const { settings } = this.context;
    const missing = BigInt(coverage.missing);
    // The ones that lack something come first; either kind keeps the order of the file.
    const epochs = coverage.epochs.toSorted((left, right) => Number(left.missing === '0') - Number(right.missing === '0'));
    return html`
      <h2 class="title">${l10n.t('Coverage')}</h2>
      ${
        coverage.epochsTotal === 0
          ? html`<p class="note">${l10n.t('No record has both a writer and a sequence number: coverage is unknown.')}</p>`
          : html`<p class="note">
                <b>${shareText(coverage.seen, missing, settings)}</b> · ${seenText(coverage.seen, settings)} ·
                ${missingText(missing, settings)} ·
                ${coverage.epochsTotal === 1 ? l10n.t('1 writer') : l10n.t('{0} writers', numberText(coverage.epochsTotal, settings))}
              </p>
              <p class="note muted">
                ${l10n.t('A number that is not in this file was not necessarily lost: other records of the same process use the same counter, and a log that is handed over is an extract. Nothing can be said before the first number of a writer or after the last. A number in what is broken counts as not in this file. The filter does not act here.')}
              </p>`
      }
      ${
        epochs.length < coverage.epochsTotal
          ? html`<p class="muted">
              ${l10n.t('{0} of {1} writers shown', numberText(epochs.length, settings), numberText(coverage.epochsTotal, settings))}
            </p>`
          : nothing
      }
      ${epochs.map((epoch) => this.#epoch(epoch))}
    `;
  }

  #epoch(epoch: EpochCoverage): unknown {
    const { settings, link } = this.context;
    const missing = BigInt(epoch.missing);
    const query = literalTerm('epoch', epoch.epoch);
    return html`<section>
      <h3>
        <button
          class="link mono break"
          title=${l10n.t('Show the records of this writer')}
          @click=${() => link.intend({ kind: 'open', page: { kind: 'records' }, query })}
        >
          ${epoch.epoch}
        </button>
        ${epoch.roleInstance === null ? nothing : html`<span class="mono break">${epoch.roleInstance}</span>`}
        <span>${shareText(epoch.seen, missing, settings)}</span>
      </h3>
      <p class="facts muted">
        <span>${l10n.t('numbers {0}', rangeText({ from: epoch.first, to: epoch.last }))}</span>
        <span class="mono">${this.#times(epoch)}</span>
        <span>${l10n.t('{0} in this file', numberText(epoch.seen, settings))}</span>
        ${missing === 0n ? nothing : html`<span>${missingText(missing, settings)}</span>`}
      </p>
      ${densityBar(epoch, this.width)} ${epoch.gapsTotal === 0 ? nothing : this.#gaps(epoch)}
    </section>`;
  }

  #gaps(epoch: EpochCoverage): unknown {
    const { settings } = this.context;
    const key = JSON.stringify([epoch.epoch, epoch.roleInstance]);
    const wished = this.listed.get(key) ?? firstGaps;
    const shown = epoch.gaps.slice(0, wished);
    const more = Math.min(gapLimit, wished * 5);
    return html`<table>
        <caption class="hidden-visually">
          ${l10n.t('Numbers of writer {0} that are not in this file', epoch.epoch)}
        </caption>
        <thead class="muted">
          <tr>
            <th scope="col">${l10n.t('Not in this file')}</th>
            <th scope="col" class="number">${l10n.t('Numbers')}</th>
            <th scope="col">${l10n.t('Between ({0})', zoneName(settings.timeZone))}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((gap) => this.#gap(gap))}
        </tbody>
      </table>
      ${
        shown.length < epoch.gapsTotal
          ? html`<p class="muted">
              ${l10n.t('{0} of {1} ranges shown', numberText(shown.length, settings), numberText(epoch.gapsTotal, settings))}
              ${
                more > wished
                  ? html`<button class="link" @click=${() => (this.listed = new Map([...this.listed, [key, more]]))}>
                      ${l10n.t('Show more')}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }`;
  }

  #gap(gap: Gap): unknown {
    const { settings } = this.context;
    return html`<tr>
      <th scope="row">
        <button
          class="link mono"
          title=${l10n.t('Show the record after these numbers, and the time around them')}
          @click=${() => showGap(this.context, gap.after, gapSpan(gap))}
        >
          ${rangeText(gap)}
        </button>
      </th>
      <td class="number">${countText(BigInt(gap.missing), settings)}</td>
      <td class="mono muted">${this.#times(gap)}</td>
    </tr>`;
  }

  #times({ fromTicks, toTicks }: Pick<Gap, 'fromTicks' | 'toTicks'>): string {
    const { timeZone } = this.context.settings;
    const text = (ticks: string | null) => (ticks === null ? l10n.t('no valid time') : ticksTimeText(ticks, timeZone));
    return fromTicks === toTicks ? text(fromTicks) : `${text(fromTicks)} – ${text(toTicks)}`;
  }
}
