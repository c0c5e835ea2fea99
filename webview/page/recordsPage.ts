import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import { ticksFromText, type Ticks } from '../../src/core/record/ticks.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Coverage } from '../../src/protocol/answers/coverage.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { Extent, TimeAxis } from '../chart/timeAxis.ts';
import { unplacedText } from '../coverage/coverageWords.ts';
import type { GapStretch } from '../../src/scene/gapMarks.ts';
import type { ChangedColumns } from '../records/columnWidths.ts';
import type { ListScroll } from '../records/keptScroll.ts';
import type { LaneChoice } from '../lanes/laneChoice.ts';
import type { ComparedRecords } from '../base/comparedRecords.ts';
import type { DetailPanel } from '../detail/detailPanel.ts';
import type { DetailSide } from '../detail/detailSide.ts';
import type { FieldPane } from './fieldPane.ts';
import { type Pane, paneStyle } from './paneSizes.ts';
import type { Layout } from './savedState.ts';

export interface RecordsPage {
  readonly context: ViewContext;
  /** Undefined before it is known. */
  readonly axis: TimeAxis | undefined;
  /** What the time axes show, where that is not what the log opens on. */
  readonly viewport: TimeSpan | undefined;
  readonly gapStretches: readonly GapStretch[];
  /** Undefined before it is known. */
  readonly coverage: Coverage | undefined;
  /** That of the list, whose search is also for what it is sorted by. */
  readonly listContext: ViewContext;
  readonly layout: Layout;
  /** The time of the selected record. */
  readonly selectedTime: Ticks | undefined;
  /** Where their pane is open. */
  readonly fields: FieldPane | undefined;
  readonly hasLanes: boolean;
  /** Whether the selected record is shown beside the list. */
  readonly hasDetail: boolean;
  /** Whether the further parts are loaded: the controls of chart and lanes, the borders of panes and columns. */
  readonly hasFurtherParts: boolean;
  /** Called when the list shows its records. */
  readonly onListShown: () => void;
  readonly onListScroll: (scroll: ListScroll | undefined) => void;
  readonly onColumns: (changed: ChangedColumns) => void;
  readonly onLaneChoice: (choice: LaneChoice) => void;
  /** Two records that are compared in its place. */
  readonly compared: ComparedRecords | undefined;
  readonly onLeaveComparison: () => void;
  readonly onDetailPanel: (detailPanel: DetailPanel) => void;
  readonly onDetailSide: (detailSide: DetailSide) => void;
  readonly onStackBy: (field: string) => void;
  /** The width of the scroll bar beside the lanes, in CSS pixels: other time axes end as far before the border. */
  readonly scrollbar: number;
  /** Called when the user zooms or pans; null for what the log opens on. */
  readonly onViewport: (span: TimeSpan | null) => void;
  /** Called with what the histogram shows, while zooms are linked. */
  readonly onShown: ((span: TimeSpan) => void) | undefined;
  readonly onExtent: (extent: Extent) => void;
  readonly onOrder: (order: Order) => void;
  /** Called with the number of records that are selected together; 0 where one at most is. */
  readonly onSeveral: (count: number) => void;
  readonly onSelectedTime: (ticks: Ticks | undefined) => void;
  /** Called when the user is done with the selected record; `isClosed` where it is not to be shown any more. */
  readonly onLeaveDetail: (isClosed: boolean) => void;
  /** Called when the width of the scroll bar beside the lanes is known, in CSS pixels. */
  readonly onScrollbar: (width: number) => void;
  /** Called with the size of a pane in CSS pixels; undefined for its first one. */
  readonly onSize: (pane: Pane, size: number | undefined) => void;
}

/** The records: time axes, list, the selected one, and fields that the user has added. */
export function recordsPage(page: RecordsPage): unknown {
  const { context, layout, axis, viewport, gapStretches, coverage, fields, hasLanes, hasDetail } = page;
  const { onViewport, onExtent, onOrder, onSelectedTime } = page;
  const { isPartial } = context.search;
  const selected = context.view.state.selected === null ? undefined : page.selectedTime;
  const { page: subject } = context.view.state;
  const isOfSome = subject.kind !== 'records';
  const classes = ['records', ...named({ partial: isPartial, 'with-fields': fields, 'with-lanes': hasLanes, 'with-detail': hasDetail })];
  const parts = html`<audit-log-overview
      .context=${context}
      .axis=${axis}
      .viewport=${viewport}
      .onViewport=${onViewport}
      .onExtent=${onExtent}
      .gapStretches=${gapStretches}
      .isNumbered=${(coverage?.seen ?? 0) > 0}
    ></audit-log-overview>
    ${border(page, 'overview')}
    <audit-log-timeline
      .context=${context}
      .axis=${axis}
      .viewport=${viewport}
      .onViewport=${onViewport}
      .onShown=${page.onShown}
      .onExtent=${onExtent}
      .gapStretches=${gapStretches}
      .gapsNote=${coverage && unplacedText(coverage, context.settings)}
      .selected=${selected}
      .stackBy=${layout.stackBy}
      .hasChoice=${page.hasFurtherParts}
      .onStackBy=${page.onStackBy}
    ></audit-log-timeline>
    ${border(page, 'names')}
    ${
      hasLanes
        ? html`<audit-log-lanes
            .context=${context}
            .axis=${axis}
            .viewport=${viewport}
            .onViewport=${onViewport}
            .selected=${selected}
            .choice=${layout.laneChoice}
            .hasHead=${page.hasFurtherParts}
            .onChoice=${page.onLaneChoice}
            .onScrollbar=${page.onScrollbar}
          ></audit-log-lanes>`
        : nothing
    }
    ${border(page, 'histogram')}
    <div class="list" slot="list">
      <audit-log-records
        .context=${page.listContext}
        .query=${pageQuery(context.view.state)}
        .initialOrder=${layout.order}
        .initialScroll=${layout.scroll}
        .onScroll=${page.onListScroll}
        .onShown=${page.onListShown}
        .columns=${layout.columns}
        .widths=${layout.widths}
        .hasBorders=${page.hasFurtherParts}
        .onColumns=${page.onColumns}
        .onOrder=${onOrder}
        .onSeveral=${page.onSeveral}
        .isOfOneCaller=${subject.kind === 'caller'}
      ></audit-log-records>
    </div>
    ${hasLanes ? border(page, 'lanes') : nothing} ${isOfSome ? nothing : border(page, 'list')}`;
  return html`<main
    class=${classes.join(' ')}
    aria-busy=${isPartial}
    .style=${`${paneStyle(layout.panes)}--axis-end:${hasLanes ? page.scrollbar : 0}px`}
  >
    ${fields === undefined ? nothing : html`${fields.render(context, layout.order, onOrder)} ${border(page, 'fields')} ${border(page, 'fieldsHeight')}`}
    ${
      isOfSome
        ? html`<audit-log-profile class="left" .context=${context} .onSpan=${onViewport} .order=${layout.order} .onOrder=${onOrder}
            >${parts}</audit-log-profile
          >`
        : html`<div class="left">${parts}</div>`
    }
    ${
      hasDetail
        ? html`<audit-log-detail
              .context=${context}
              .onTime=${(ticks: string | undefined) => onSelectedTime(ticks === undefined ? undefined : ticksFromText(ticks))}
              .onLeave=${page.onLeaveDetail}
              .panel=${layout.detailPanel}
              .onPanel=${page.onDetailPanel}
              .chosenSide=${layout.detailSide}
              .hasLanes=${hasLanes}
              .onSide=${page.onDetailSide}
              .compared=${page.compared}
              .onLeaveComparison=${page.onLeaveComparison}
              role="region"
              aria-label=${l10n.t('Selected record')}
            ></audit-log-detail>
            ${border(page, 'detail')} ${border(page, 'detailHeight')}`
        : nothing
    }
  </main>`;
}

function border({ hasFurtherParts, onSize }: RecordsPage, pane: Pane): unknown {
  return hasFurtherParts
    ? html`<audit-log-pane-border
        class="of-${pane}"
        .pane=${pane}
        .onSize=${(size: number | undefined) => onSize(pane, size)}
      ></audit-log-pane-border>`
    : nothing;
}

function named(classes: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(classes).filter((name) => Boolean(classes[name]));
}
