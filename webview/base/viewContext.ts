import type { FoundFormats } from '../../src/protocol/answers/formats.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { View, ViewSettings } from '../../src/protocol/viewMessages.ts';
import type { HostLink } from './hostLink.ts';
import type { Search } from './searchController.ts';

/** What every part of the page draws from. Never changed: a new one is made when the host sends news. */
export interface ViewContext {
  readonly link: HostLink;
  readonly snapshot: Snapshot;
  readonly view: View;
  readonly settings: ViewSettings;
  /** The filters that were used last in this workspace, the newest first. */
  readonly recentFilters: readonly string[];
  readonly search: Search;
  /** The formats of the records; undefined before they are known. */
  readonly formats: FoundFormats | undefined;
}
