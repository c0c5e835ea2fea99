import { defineElements } from '../base/defineElements.ts';
import { registerControls } from '../base/controls.ts';
import { hitMarks } from '../base/hitMarks.ts';
import { hitMarker } from '../base/hits.ts';
import { AspectList } from '../detail/aspectList.ts';
import { ChangedStates } from '../detail/changedStates.ts';
import { FieldList } from '../detail/fieldList.ts';
import { RecordDetail } from '../detail/recordDetail.ts';
import { RecordComparison } from '../detail/recordComparison.ts';
import { AlsoActing } from '../drilldown/alsoActing.ts';
import { FirstSeen } from '../drilldown/firstSeen.ts';
import { MatrixGrid } from '../drilldown/matrixGrid.ts';
import { ProfilePage } from '../drilldown/profilePage.ts';
import { SameRequests } from '../drilldown/sameRequests.ts';
import { TargetTree } from '../drilldown/targetTree.ts';
import { FacetPane } from '../facets/facetPane.ts';
import { FieldFacet } from '../facets/fieldFacet.ts';
import { highlightText } from '../filter/colouredText.ts';
import { choicesAt, valuePlace } from '../filter/completions.ts';
import { FilterChips } from '../filter/filterChips.ts';
import { offer } from '../filter/offeredChoices.ts';
import { recentChoices } from '../filter/recentChoices.ts';
import { tokenStyle } from '../filter/tokenColours.ts';
import { FindingsPage } from '../findings/findingsPage.ts';
import { LaneHead } from '../lanes/laneHead.ts';
import { LaneTable } from '../lanes/laneTable.ts';
import { ColumnBorders } from '../records/columnBorders.ts';
import { RecordSource } from '../source/recordSource.ts';
import { StackChoice } from '../timeline/stackChoice.ts';
import { TimeTable } from '../timeline/timeTable.ts';
import { CoveragePage } from '../writers/coveragePage.ts';
import { furtherPaneStyles } from './furtherPaneStyles.ts';
import { PaneBorder } from './paneBorder.ts';

import './furtherWords.ts';

/** To be added to the page’s own styles. */
export const furtherStyles = furtherPaneStyles.styleSheet!;

registerControls();
hitMarks.of = hitMarker;
offer({ choicesAt, valuePlace, recentChoices, tokenStyle, highlightText });

/**
 * Loaded when the first of them is shown, at the latest when the list shows its records. One script for all of them: what several
 * scripts share would be scripts in turn.
 */
defineElements({
  'audit-log-pane-border': PaneBorder,
  'audit-log-column-borders': ColumnBorders,
  'audit-log-aspects': AspectList,
  'audit-log-changed-states': ChangedStates,
  'audit-log-fields': FieldList,
  'audit-log-comparison': RecordComparison,
  'audit-log-detail': RecordDetail,
  'audit-log-source': RecordSource,
  'audit-log-facet': FieldFacet,
  'audit-log-facets': FacetPane,
  'audit-log-filter-chips': FilterChips,
  'audit-log-findings': FindingsPage,
  'audit-log-lane-head': LaneHead,
  'audit-log-lane-table': LaneTable,
  'audit-log-coverage': CoveragePage,
  'audit-log-stack-choice': StackChoice,
  'audit-log-time-table': TimeTable,
  'audit-log-target-tree': TargetTree,
  'audit-log-matrix': MatrixGrid,
  'audit-log-also-acting': AlsoActing,
  'audit-log-first-seen': FirstSeen,
  'audit-log-same-requests': SameRequests,
  'audit-log-profile': ProfilePage,
});
