import { defineElements } from './base/defineElements.ts';
import { FilterBox } from './filter/filterBox.ts';
import { LanePanel } from './lanes/lanePanel.ts';
import { AuditLogView, type VSCodeApi } from './page/auditLogView.ts';
import { StatusLine } from './page/statusLine.ts';
import { TopBar } from './page/topBar.ts';
import { RecordList } from './records/recordList.ts';
import { OverviewStrip } from './timeline/overviewStrip.ts';
import { TimeChart } from './chart/timeChart.ts';
import { TimelinePanel } from './timeline/timelinePanel.ts';

declare function acquireVsCodeApi(): VSCodeApi;

defineElements({
  'audit-log-chart': TimeChart,
  'audit-log-overview': OverviewStrip,
  'audit-log-timeline': TimelinePanel,
  'audit-log-lanes': LanePanel,
  'audit-log-records': RecordList,
  'audit-log-filter': FilterBox,
  'audit-log-top-bar': TopBar,
  'audit-log-status': StatusLine,
  'audit-log-view': AuditLogView,
});

// VS Code pads the body of every webview; a page that fills its pane has no use for that.
const bodyStyle = new CSSStyleSheet();
bodyStyle.replaceSync('body { margin: 0; padding: 0; }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, bodyStyle];

const view = new AuditLogView();
document.body.append(view);
view.start(acquireVsCodeApi());
