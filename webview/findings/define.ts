import { FindingsPage } from './findingsPage.ts';

/** Loaded when the page is first shown. */
customElements.define('audit-log-findings', FindingsPage);
