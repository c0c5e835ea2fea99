import type { ViewColumn } from 'vscode';
import type { ViewSnapshot } from '../base/api.ts';
import type { TimelineView } from './timelineView.ts';

/** The open timelines of this window, the one that was active last first: commands act on that one. */
export class Timelines {
  #views: readonly TimelineView[] = [];

  /** The timeline that commands act on. */
  get current(): TimelineView | undefined {
    return this.#views[0];
  }

  add(view: TimelineView): void {
    this.#views = [view, ...this.#views];
  }

  remove(view: TimelineView): void {
    this.#views = this.#views.filter((other) => other !== view);
  }

  activated(view: TimelineView): void {
    this.#views = [view, ...this.#views.filter((other) => other !== view)];
  }

  of(uri: string): TimelineView | undefined {
    return this.#views.find((view) => view.uri.toString() === uri);
  }

  /**
   * The timeline of a log that a user means who does not say which: one in the given column, else one that is in view, else
   * the one that was active last.
   */
  nearest(uri: string, column?: ViewColumn): TimelineView | undefined {
    const views = this.#views.filter((view) => view.uri.toString() === uri);
    return (
      views.find(({ viewColumn }) => column !== undefined && viewColumn === column) ?? views.find(({ isVisible }) => isVisible) ?? views[0]
    );
  }

  snapshots(): readonly ViewSnapshot[] {
    return this.#views.map((view) => view.snapshot());
  }
}
