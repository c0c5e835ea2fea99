import * as l10n from '@vscode/l10n';
import { Sash } from '../base/sash.ts';
import type { Pane } from './paneSizes.ts';

type Place = Pick<Sash, 'label' | 'of'> & Partial<Pick<Sash, 'inner' | 'horizontal' | 'trailing' | 'minSize' | 'maxShare'>>;

const places: { readonly [P in Pane]: () => Place } = {
  names: () => ({ label: l10n.t('Width of the names'), of: 'audit-log-overview', inner: '.names' }),
  fields: () => ({ label: l10n.t('Width of the fields'), of: 'audit-log-facets' }),
  fieldsHeight: () => ({ label: l10n.t('Height of the fields'), of: 'audit-log-facets', horizontal: true }),
  detail: () => ({ label: l10n.t('Width of the detail'), of: 'audit-log-detail', trailing: true }),
  detailHeight: () => ({ label: l10n.t('Height of the detail'), of: 'audit-log-detail', horizontal: true, trailing: true }),
  overview: () => ({
    label: l10n.t('Height of the overview'),
    of: 'audit-log-overview',
    inner: 'audit-log-chart',
    horizontal: true,
    minSize: 40,
    maxShare: 0.3,
  }),
  histogram: () => ({ label: l10n.t('Height of the histogram'), of: 'audit-log-timeline', horizontal: true }),
  lanes: () => ({ label: l10n.t('Height of the lanes'), of: 'audit-log-lanes', horizontal: true }),
  list: () => ({ label: l10n.t('Height of the list'), of: '.list', horizontal: true }),
};

/** The border of one of the page's panes. */
export class PaneBorder extends Sash {
  set pane(pane: Pane) {
    Object.assign(this, places[pane]());
  }
}
