import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { keptOn, layoutOn } from './pageLayout.ts';
import { firstLayout, type Layout, layoutText } from './savedState.ts';

interface LayoutKeeper {
  /** The page that is shown. */
  readonly kind: () => ViewPage['kind'];
  /** Called when the layout is another one, by whomever. */
  readonly changed: () => void;
  /** Called with the layout as text when the user has changed it. */
  readonly report: (text: string) => void;
}

/** How the pages of a log are arranged, of which each has its own part. */
export class KeptLayout {
  readonly #keeper: LayoutKeeper;
  #all = firstLayout;

  constructor(keeper: LayoutKeeper) {
    this.#keeper = keeper;
  }

  /** What is kept, of all pages. */
  get all(): Layout {
    return this.#all;
  }

  /** That of the page which is shown. */
  get shown(): Layout {
    return layoutOn(this.#all, this.#keeper.kind());
  }

  /** Takes one over that was kept before. */
  adopt(layout: Layout): void {
    this.#all = layout;
    this.#keeper.changed();
  }

  /** The user has changed something on the page which is shown. */
  keep(changed: Partial<Layout>): void {
    this.#all = { ...this.#all, ...keptOn(this.#all, this.#keeper.kind(), changed) };
    this.#keeper.report(layoutText(this.#all));
    this.#keeper.changed();
  }
}
