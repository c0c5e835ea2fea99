import type { Intent, PageAct, PagePart, ViewState } from '../../src/protocol/viewMessages.ts';
import type { RecordDetail } from '../detail/recordDetail.ts';
import type { LanePanel } from '../lanes/lanePanel.ts';
import type { FindingsPage } from '../findings/findingsPage.ts';
import type { RecordList } from '../records/recordList.ts';
import type { TimelinePanel } from '../timeline/timelinePanel.ts';
import { foreseenQuery } from './foreseenQuery.ts';

const namesOfParts: Readonly<Record<PagePart, string>> = {
  filter: 'audit-log-top-bar',
  records: 'audit-log-records',
  timeline: 'audit-log-timeline',
  fields: 'audit-log-facets',
  lanes: 'audit-log-lanes',
  detail: 'audit-log-detail',
};

/** The parts of the page that do what commands want, as far as they are shown. */
export class PageElements {
  readonly #root: () => ParentNode;

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  get timeline(): TimelinePanel | null {
    return this.#root().querySelector('audit-log-timeline');
  }

  get list(): RecordList | null {
    return this.#root().querySelector('audit-log-records');
  }

  get detail(): RecordDetail | null {
    return this.#root().querySelector('audit-log-detail');
  }

  /** Has the list ask for what an intent will lead to, before the host is told: it reports the view only after that. */
  foresee(intent: Intent, state: ViewState | undefined): void {
    const query = state === undefined ? undefined : foreseenQuery(state, intent);
    if (query !== undefined) {
      this.list?.foresee(query);
    }
  }

  /** Moves the keyboard to a part. */
  focus(part: PagePart): void {
    this.#root().querySelector<HTMLElement>(namesOfParts[part])?.focus();
  }

  /** Has a part do what a command wants. */
  act(act: Extract<PageAct, { act: 'copy' | 'openExcerpt' | 'toggleTable' | 'lane' | 'finding' }>): void {
    switch (act.act) {
      case 'copy':
        this.list?.copy(act.as);
        return;
      case 'openExcerpt':
        this.list?.openExcerpt();
        return;
      case 'toggleTable':
        (act.of === 'lanes' ? this.#lanes : this.timeline)?.toggleTable();
        return;
      case 'finding':
        this.#root().querySelector<FindingsPage>('audit-log-findings')?.go(act.direction);
        return;
      case 'lane':
        this.#lanes?.actOn(act.key, act.does);
        return;
    }
  }

  get #lanes(): LanePanel | null {
    return this.#root().querySelector('audit-log-lanes');
  }
}
