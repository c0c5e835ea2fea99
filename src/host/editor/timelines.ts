import type { ViewColumn } from 'vscode';
import type { ViewSnapshot } from '../base/api.ts';
import type { TimelineView } from './timelineView.ts';
import { ZoomLink } from './zoomLink.ts';

/** The open timelines of this window, the one that was active last first: commands act on that one. */
export class Timelines {
  readonly zoomLink: ZoomLink;
  #views: readonly TimelineView[] = [];

  /** @param onLinked Called when their zooms are linked, and no longer. */
  constructor(onLinked: (isLinked: boolean) => void = () => undefined) {
    this.zoomLink = new ZoomLink(() => this.#views, onLinked);
  }

  /** The timeline that commands act on. */
  get current(): TimelineView | undefined {
    return this.#views[0];
  }

  get all(): readonly TimelineView[] {
    return this.#views;
  }

  add(view: TimelineView): void {
    this.#views = [view, ...this.#views];
  }

  remove(view: TimelineView): void {
    this.#views = this.#views.filter((other) => other !== view);
    this.zoomLink.closed(view);
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
