import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { gapSpan } from '../../src/core/timeline/gapSpan.ts';
import { pixelOf, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { EpochCoverage } from '../../src/protocol/answers/coverage.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { spanText } from '../base/format.ts';
import { countText, gapText, missingText, seenText, shareText } from '../coverage/coverageWords.ts';
import type { GapMark } from '../../src/scene/gapMarks.ts';

export interface ShownWriter {
  readonly position: number;
  readonly epoch: EpochCoverage;
  readonly marks: readonly GapMark[];
  /** Undefined before it is known. */
  readonly axis: TimeSpan | undefined;
  readonly width: number;
  readonly isActive: boolean;
  /** The mark that the keyboard is on. */
  readonly gap: number | undefined;
  readonly settings: ViewSettings;
}

export interface WriterActs {
  readonly choose: () => void;
  readonly showRecords: () => void;
  readonly showGap: (mark: GapMark) => void;
}

/** A writer: its name and what it lacks, and on the time axis from when to when it wrote, with its gaps hatched. */
export function writerRow(shown: ShownWriter, acts: WriterActs): TemplateResult {
  const { position, epoch, isActive, settings } = shown;
  const missing = BigInt(epoch.missing);
  const share = shareText(epoch.seen, missing, settings);
  const facts = [
    epoch.epoch,
    ...(epoch.roleInstance === null ? [] : [epoch.roleInstance]),
    seenText(epoch.seen, settings),
    missingText(missing, settings),
  ];
  return html`<div
    id="writer-${position}"
    class="row"
    role="row"
    aria-rowindex=${position + 1}
    aria-selected=${isActive}
    @pointerdown=${acts.choose}
  >
    <span role="gridcell" class="name" title=${facts.join('\n')}>
      <button class="link mono cut" tabindex="-1" title=${l10n.t('Show the records of this writer')} @click=${acts.showRecords}>
        ${epoch.epoch}
      </button>
      ${epoch.roleInstance === null ? nothing : html`<span class="muted mono cut">${epoch.roleInstance}</span>`}
      <span class="missing"
        >${
          missing === 0n
            ? nothing
            : html`<span aria-hidden="true">−${countText(missing, settings)}</span>
                <span class="hidden-visually">${l10n.t('{0} not in this file', countText(missing, settings))}</span>`
        }</span
      >
      <span class="share">${share}</span>
    </span>
    ${track(shown, acts)}
  </div>`;
}

function track({ epoch, marks, axis, width, gap, settings }: ShownWriter, acts: WriterActs): TemplateResult {
  const written = gapSpan(epoch);
  if (axis === undefined || written === undefined) {
    return html`<span role="gridcell" class="track muted">${axis === undefined ? nothing : l10n.t('no valid time')}</span>`;
  }
  const [from, to] = [pixelOf(axis, width, written.from), pixelOf(axis, width, written.to)].map((pixel) =>
    Math.min(width, Math.max(0, pixel)),
  );
  const isHere = written.to > axis.from && written.from < axis.to;
  const words = gap === undefined ? spanText(written, settings.timeZone) : gapText(marks[gap]!, settings);
  return html`<span role="gridcell" class="track" aria-label=${words}>
    ${isHere ? html`<span class="written" title=${spanText(written, settings.timeZone)} .style=${`left:${from}px;width:${Math.max(2, to! - from!)}px`}></span>` : nothing}
    ${marks.map(
      (mark, index) =>
        html`<span
          class="gapStretch ${index === gap ? 'current' : ''}"
          title=${gapText(mark, settings)}
          .style=${`left:${mark.left}px;width:${mark.right - mark.left}px`}
          @click=${() => acts.showGap(mark)}
        ></span>`,
    )}
  </span>`;
}
