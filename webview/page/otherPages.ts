import { html } from 'lit';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Extent, TimeAxis } from '../chart/timeAxis.ts';
import type { GapStretch } from '../../src/scene/gapMarks.ts';

export interface OtherPage {
  readonly kind: Extract<ViewPage['kind'], 'findings' | 'coverage'>;
  readonly context: ViewContext;
  readonly onExtent: (extent: Extent) => void;
  /** Undefined before it is known. */
  readonly axis: TimeAxis | undefined;
  /** What time axes show, where that is not what the log opens on. */
  readonly viewport: TimeSpan | undefined;
  /** Called when the user zooms or pans; null for what the log opens on. */
  readonly onViewport: (span: TimeSpan | null) => void;
  readonly gapStretches: readonly GapStretch[];
}

/** A page that is not about records on a time axis. Its elements have to be loaded. */
export function otherPage({ kind, context, onExtent, axis, viewport, onViewport, gapStretches }: OtherPage): unknown {
  switch (kind) {
    case 'findings':
      return html`<audit-log-findings .context=${context}></audit-log-findings>`;
    case 'coverage':
      return html`<audit-log-coverage
        .context=${context}
        .axis=${axis}
        .viewport=${viewport}
        .onViewport=${onViewport}
        .onExtent=${onExtent}
        .gapStretches=${gapStretches}
      ></audit-log-coverage>`;
  }
}
