import { describe, expect, it } from 'vitest';
import { type LinkedTimeline, ZoomLink } from '../../../src/host/editor/zoomLink.ts';
import type { SpanText } from '../../../src/core/timeline/spanText.ts';

/** A timeline whose page says at once what it shows, as a page does that follows. */
class Timeline implements LinkedTimeline {
  isVisible = true;
  viewport: SpanText | undefined;
  followed = 0;
  wasTold = 0;
  link: ZoomLink | undefined;

  follow(span: SpanText): void {
    this.followed++;
    this.show(span);
  }

  showLink(): void {
    this.wasTold++;
  }

  /** Shows a stretch, without the user's doing. */
  show(span: SpanText): void {
    this.viewport = span;
    this.link?.shown(this, span);
  }

  /** The user moves it. */
  move(span: SpanText | undefined): void {
    this.viewport = span;
    this.link?.moved(this);
  }
}

function linked(count: number) {
  const timelines = Array.from({ length: count }, () => new Timeline());
  const changes: boolean[] = [];
  const link = new ZoomLink(
    () => timelines,
    (isOn) => changes.push(isOn),
  );
  timelines.forEach((timeline) => (timeline.link = link));
  const [first = new Timeline(), second = new Timeline(), third = new Timeline()] = timelines;
  return { link, timelines, first, second, third, changes, spans: () => timelines.map(({ viewport }) => viewport?.join('–') ?? 'home') };
}

describe('linked zooms', () => {
  it('are off until the user wants them', () => {
    const { link, first, spans } = linked(2);
    first.move(['1', '9']);
    expect([link.isOn, spans()]).toEqual([false, ['1–9', 'home']]);
  });

  it('have all timelines show what the first shows, then what the one shows that the user moves', () => {
    const { link, first, second, third, spans, timelines } = linked(3);
    first.move(['1', '9']);
    link.link(first);
    expect(spans()).toEqual(['1–9', '1–9', '1–9']);
    second.move(['2', '4']);
    expect(spans()).toEqual(['2–4', '2–4', '2–4']);
    third.move(['2', '3']);
    expect(spans()).toEqual(['2–3', '2–3', '2–3']);
    // Each movement once, and none back.
    expect(timelines.map(({ followed }) => followed)).toEqual([2, 2, 2]);
  });

  it('go by what the page shows where the user shows what the log opens on', () => {
    const { link, first, second, spans } = linked(2);
    link.link(first);
    expect(spans()).toEqual(['home', 'home']);
    // The page of the second says what it shows as well, which is no movement.
    link.shown(second, ['5', '6']);
    link.shown(first, ['0', '100']);
    expect(spans()).toEqual(['home', '0–100']);
    second.move(['2', '4']);
    expect(spans()).toEqual(['2–4', '2–4']);
    second.move(undefined);
    link.shown(second, ['0', '50']);
    expect(spans()).toEqual(['0–50', 'home']);
  });

  it('take no page for a leader that shows late what it was told', () => {
    const { link, first, second, spans } = linked(2);
    second.link = undefined;
    first.move(['1', '9']);
    link.link(first);
    first.move(['1', '8']);
    link.shown(second, ['1', '9']);
    expect(spans()).toEqual(['1–8', '1–8']);
  });

  it('leave hidden timelines alone until they are shown', () => {
    const { link, first, second, spans } = linked(2);
    second.isVisible = false;
    first.move(['1', '9']);
    link.link(first);
    expect(spans()).toEqual(['1–9', 'home']);
    second.isVisible = true;
    link.appeared(second);
    expect(spans()).toEqual(['1–9', '1–9']);
  });

  it('go on when the leader is closed', () => {
    const { link, first, second, spans } = linked(2);
    first.move(['1', '9']);
    link.link(first);
    link.closed(first);
    link.shown(second, ['3', '4']);
    expect(spans()).toEqual(['3–4', '1–9']);
  });

  it('are said in every timeline, and end where they are', () => {
    const { link, first, second, spans, timelines, changes } = linked(2);
    first.move(['1', '9']);
    link.link(first);
    link.unlink();
    second.move(['2', '4']);
    link.appeared(first);
    expect(spans()).toEqual(['1–9', '2–4']);
    expect(timelines.map(({ wasTold }) => wasTold)).toEqual([2, 2]);
    expect(changes).toEqual([true, false]);
  });
});
