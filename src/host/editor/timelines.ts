import type { ViewColumn } from 'vscode';
import { Listeners } from '../lifetime/listeners.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import type { ViewSnapshot } from '../base/api.ts';
import type { TimelineView } from './timelineView.ts';
import { ZoomLink } from './zoomLink.ts';

/** The open timelines of this window, the one that was active last first: commands act on that one. */
export class Timelines {
  readonly zoomLink: ZoomLink;
  #views: readonly TimelineView[] = [];
  readonly #changes = new Listeners<void>();

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
    this.#changes.fire();
  }

  remove(view: TimelineView): void {
    this.#views = this.#views.filter((other) => other !== view);
    this.zoomLink.closed(view);
    this.#changes.fire();
  }

  activated(view: TimelineView): void {
    this.#views = [view, ...this.#views.filter((other) => other !== view)];
    this.#changes.fire();
  }

  /** To be called when a timeline shows something else, or more is known of its log. */
  changed(): void {
    this.#changes.fire();
  }

  /** Heard when another timeline is active, when one is opened or closed, and when one shows something else. */
  onDidChange(listener: () => void): Disposable {
    return this.#changes.add(listener);
  }

  of(uri: string): TimelineView | undefined {
    return this.#views.find((view) => view.uri.toString() === uri);
  }

  /** All timelines of a log. */
  allOf(uri: string): readonly TimelineView[] {
    return this.#views.filter((view) => view.uri.toString() === uri);
  }

  /**
   * The timeline of a log that a user means who does not say which: one in the given column, else one that is in view, else
   * the one that was active last.
   */
  nearest(uri: string, column?: ViewColumn): TimelineView | undefined {
    const views = this.allOf(uri);
    return (
      views.find(({ viewColumn }) => column !== undefined && viewColumn === column) ?? views.find(({ isVisible }) => isVisible) ?? views[0]
    );
  }

  snapshots(): readonly ViewSnapshot[] {
    return this.#views.map((view) => view.snapshot());
  }
}
