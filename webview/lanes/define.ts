import { LanePanel } from './lanePanel.ts';

customElements.define('audit-log-lanes', LanePanel);
