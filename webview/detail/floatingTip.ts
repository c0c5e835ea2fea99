import { css } from 'lit';

/** A tip in the top layer, so that no scrolling ancestor cuts it off: an element with `popover="manual"` and the class `doc`. */
export const floatingTipStyles = css`
  .doc {
    position: fixed;
    inset: auto;
    margin: 0;
    width: min(380px, calc(100vw - 16px));
    max-height: min(360px, 80vh);
    overflow: auto;
    padding: 7px 10px;
    color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground));
    background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background));
    border: 1px solid var(--vscode-editorHoverWidget-border, var(--border));
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    overflow-wrap: anywhere;
  }
  .doc p {
    margin-top: 4px;
  }
`;

/** Shows a tip under what it speaks of, or above it where there is more room. */
export function showTip(tip: HTMLElement, anchor: DOMRect): void {
  tip.showPopover();
  const size = tip.getBoundingClientRect();
  const below = window.innerHeight - anchor.bottom;
  const top = below >= size.height || below >= anchor.top ? anchor.bottom : Math.max(4, anchor.top - size.height);
  tip.style.top = `${top}px`;
  tip.style.left = `${Math.max(4, Math.min(anchor.left, window.innerWidth - size.width - 8))}px`;
}
