import type { SpanText } from '../../core/timeline/spanText.ts';

/** What linking needs of a timeline. */
export interface LinkedTimeline {
  readonly isVisible: boolean;
  /** The stretch of time that its chart shows; undefined for what the log opens on. */
  readonly viewport: SpanText | undefined;
  /** Shows a stretch of time that another timeline shows. */
  follow(span: SpanText): void;
  /** Has the page say whether zooms are linked. */
  showLink(): void;
}

/**
 * Has the timelines in view show the same stretch of time, when the user wants that. One of them leads, the one that the user has moved
 * last; what the pages of the others show is no movement, so that none follows itself.
 */
export class ZoomLink {
  readonly #timelines: () => readonly LinkedTimeline[];
  readonly #changed: (isOn: boolean) => void;
  #isOn = false;
  #leader: LinkedTimeline | undefined;
  /** What all of them show; undefined while the leader has not said it. */
  #span: SpanText | undefined;

  /** @param timelines All that are open. @param changed Called when linking begins or ends. */
  constructor(timelines: () => readonly LinkedTimeline[], changed: (isOn: boolean) => void) {
    this.#timelines = timelines;
    this.#changed = changed;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Links all timelines: they show what this one shows. */
  link(leader: LinkedTimeline): void {
    this.#set(true);
    this.#leader = leader;
    this.moved(leader);
  }

  /** Each timeline stays where it is. */
  unlink(): void {
    this.#set(false);
    this.#leader = undefined;
    this.#span = undefined;
  }

  /** The user has done something in a timeline, which may have moved what it shows. */
  moved(timeline: LinkedTimeline): void {
    this.#leader = timeline;
    if (timeline.viewport !== undefined) {
      this.#lead(timeline, timeline.viewport);
    }
  }

  /** The page of a timeline shows a stretch of time, whatever the reason. */
  shown(timeline: LinkedTimeline, span: SpanText): void {
    if (timeline === (this.#leader ?? timeline)) {
      this.#lead(timeline, span);
    }
  }

  /** A timeline has come into view. */
  appeared(timeline: LinkedTimeline): void {
    if (this.#isOn && this.#span !== undefined && timeline !== this.#leader) {
      timeline.follow(this.#span);
    }
  }

  /** A timeline was closed. */
  closed(timeline: LinkedTimeline): void {
    if (timeline === this.#leader) {
      this.#leader = undefined;
    }
  }

  #lead(leader: LinkedTimeline, span: SpanText): void {
    if (this.#isOn && !isSame(span, this.#span)) {
      this.#span = span;
      for (const timeline of this.#timelines()) {
        if (timeline !== leader && timeline.isVisible) {
          timeline.follow(span);
        }
      }
    }
  }

  #set(isOn: boolean): void {
    this.#isOn = isOn;
    this.#changed(isOn);
    this.#timelines().forEach((timeline) => timeline.showLink());
  }
}

function isSame(left: SpanText, right: SpanText | undefined): boolean {
  return right !== undefined && left[0] === right[0] && left[1] === right[1];
}
