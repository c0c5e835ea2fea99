import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostLink } from '../../../webview/base/hostLink.ts';
import { spanOfText } from '../../../src/core/timeline/spanText.ts';
import { Viewport } from '../../../webview/timeline/viewport.ts';
import type { FromWebview, Intent } from '../../../src/protocol/viewMessages.ts';

describe('the viewport', () => {
  let intents: Intent[];
  let link: HostLink;
  let viewport: Viewport;

  beforeEach(() => {
    vi.useFakeTimers();
    intents = [];
    const post = (message: FromWebview): void => {
      if (message.kind === 'intent') {
        intents.push(message.intent);
      }
    };
    link = new HostLink(post, () => viewport.report());
    viewport = new Viewport(
      () => undefined,
      (span) => link.intend({ kind: 'viewport', viewport: span }),
    );
  });

  afterEach(() => vi.useRealTimers());

  it('is reported while it goes on moving, with the newest place', () => {
    for (let moment = 1; moment <= 10; moment++) {
      viewport.show(spanOfText([String(moment), '100'])!);
      vi.advanceTimersByTime(50);
    }
    expect(intents).toEqual([
      { kind: 'viewport', viewport: ['4', '100'] },
      { kind: 'viewport', viewport: ['8', '100'] },
    ]);
    vi.advanceTimersByTime(200);
    expect(intents.at(-1)).toEqual({ kind: 'viewport', viewport: ['10', '100'] });
    vi.advanceTimersByTime(1000);
    expect(intents).toHaveLength(3);
  });

  it('is reported before anything else that the user does', () => {
    viewport.show(spanOfText(['1', '2'])!);
    link.intend({ kind: 'range', range: ['5', '6'] });
    vi.advanceTimersByTime(1000);
    expect(intents).toEqual([
      { kind: 'viewport', viewport: ['1', '2'] },
      { kind: 'range', range: ['5', '6'] },
    ]);
  });

  it('is that of the host unless the user is just moving', () => {
    expect(viewport.span(undefined)).toBeUndefined();
    viewport.show(spanOfText(['1', '2'])!);
    viewport.adopt();
    expect(viewport.span(['7', '8'])).toEqual({ from: 1n, to: 2n });
    viewport.report();
    expect(viewport.span(['7', '8'])).toEqual({ from: 1n, to: 2n });
    viewport.adopt();
    expect(viewport.span(['7', '8'])).toEqual({ from: 7n, to: 8n });
    viewport.show(null);
    expect(viewport.span(['7', '8'])).toBeUndefined();
  });
});
