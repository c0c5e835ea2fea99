import { ProfileChart } from './profileChart.ts';
import { ProfilePage } from './profilePage.ts';
import { TargetTree } from './targetTree.ts';

/** Loaded when the page of a caller or target is first shown. */
customElements.define('audit-log-target-tree', TargetTree);
customElements.define('audit-log-profile-chart', ProfileChart);
customElements.define('audit-log-profile', ProfilePage);
