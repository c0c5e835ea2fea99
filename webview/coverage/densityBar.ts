import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { markSpans } from '../../src/core/timeline/markSpans.ts';
import type { EpochCoverage } from '../../src/protocol/answers/coverage.ts';

export const densityBarStyles = css`
  .density {
    position: relative;
    height: 12px;
    overflow: hidden;
    border: 1px solid var(--border);
    background: var(--muted);
  }
  .density span {
    position: absolute;
    inset-block: 0;
    background:
      repeating-linear-gradient(135deg, var(--vscode-foreground) 0 1px, transparent 1px 5px), var(--vscode-editor-background, transparent);
  }
  .density .unknown {
    background:
      radial-gradient(circle, var(--muted) 1px, transparent 1.2px) 0 0 / 5px 5px,
      var(--vscode-editor-background, transparent);
  }
  @media (forced-colors: active) {
    .density {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
    .density span {
      background: repeating-linear-gradient(135deg, CanvasText 0 1px, transparent 1px 5px), Canvas;
    }
    .density .unknown {
      background:
        radial-gradient(circle, CanvasText 1px, transparent 1.2px) 0 0 / 5px 5px,
        Canvas;
    }
  }
`;

const minWidth = 3;

/**
 * The numbers of a writer from the first to the last, with what is not in the file hatched: each gap by three pixels at
 * least. What comes after the last gap that was reported is dotted where there are more: nothing is known of it.
 *
 * @param width Of the bar, in pixels.
 */
export function densityBar({ first, last, gaps, gapsTotal }: EpochCoverage, width: number): TemplateResult {
  const axis = { from: BigInt(first), to: BigInt(last) + 1n };
  const spans = gaps.map(({ from, to }) => ({ span: { from: BigInt(from), to: BigInt(to) + 1n } }));
  const marks = markSpans(spans, axis, width, minWidth);
  const known = gaps.length < gapsTotal ? (marks.at(-1)?.right ?? 0) : undefined;
  return html`<div class="density" aria-hidden="true">
    ${marks.map(({ left, right }) => html`<span class="gapStretch" .style=${`left:${left}px;width:${right - left}px`}></span>`)}
    ${
      known === undefined
        ? nothing
        : html`<span
            class="unknown"
            title=${l10n.t('There are more gaps here than are listed')}
            .style=${`left:${known}px;right:0`}
          ></span>`
    }
  </div>`;
}
