import { css, html, nothing, type TemplateResult } from 'lit';
import type { EpochCoverage } from '../../src/protocol/answers/coverage.ts';

export const densityBarStyles = css`
  .density {
    position: relative;
    height: 12px;
    overflow: hidden;
    border: 1px solid var(--border);
    background: color-mix(in srgb, var(--result-success) 70%, transparent);
  }
  .density span {
    position: absolute;
    inset-block: 0;
  }
  .density .unknown {
    background: var(--track);
  }
  .density .hole {
    min-width: 3px;
    background:
      repeating-linear-gradient(135deg, var(--vscode-foreground) 0 1px, transparent 1px 5px), var(--vscode-editor-background, transparent);
  }
`;

/** Closer than this, as a share of the bar, two holes are drawn as one. */
const closest = 0.002;

/** The numbers of a writer from the first to the last, with what is not in the file hatched. */
export function densityBar({ first, last, gaps, gapsTotal }: EpochCoverage): TemplateResult {
  const from = BigInt(first);
  const width = Number(BigInt(last) - from + 1n);
  const holes: { start: number; end: number }[] = [];
  for (const gap of gaps) {
    const start = Number(BigInt(gap.from) - from) / width;
    const end = Number(BigInt(gap.to) - from + 1n) / width;
    const before = holes.at(-1);
    if (before !== undefined && start - before.end < closest) {
      before.end = end;
    } else {
      holes.push({ start, end });
    }
  }
  // Of what comes after the last gap that was told, nothing is known where there are more.
  const known = gaps.length < gapsTotal ? (holes.at(-1)?.end ?? 0) : 1;
  return html`<div class="density" aria-hidden="true">
    ${holes.map(({ start, end }) => html`<span class="hole" .style=${`left:${start * 100}%;width:${(end - start) * 100}%`}></span>`)}
    ${known === 1 ? nothing : html`<span class="unknown" .style=${`left:${known * 100}%;right:0`}></span>`}
  </div>`;
}
