import { FacetPane } from './facetPane.ts';
import { FieldFacet } from './fieldFacet.ts';

/** Loaded when the pane is first shown: most logs are read without it. */
customElements.define('audit-log-facet', FieldFacet);
customElements.define('audit-log-facets', FacetPane);
