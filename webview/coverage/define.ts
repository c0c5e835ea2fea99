import { CoveragePage } from './coveragePage.ts';

/** Loaded when the page is first shown. */
customElements.define('audit-log-coverage', CoveragePage);
