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
  .doc.late {
    animation: late 0.3s step-end;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .doc p {
    margin-top: 4px;
  }
`;

/** What is between a tip and the border of the window, at least. CSS pixels. */
const margin = 4;

/** Shows a tip under what it speaks of, or above it where there is more room. */
export function showTip(tip: HTMLElement, anchor: DOMRect): void {
  tip.showPopover();
  const size = tip.getBoundingClientRect();
  const below = window.innerHeight - anchor.bottom;
  moveTo(tip, anchor.left, below >= size.height || below >= anchor.top ? anchor.bottom : anchor.top - size.height);
}

/**
 * Shows a tip beside a list, at the height of the line that it speaks of: the other lines stay readable. Where there is no room, it is
 * above the line, or else under it, and only after a rest: whoever moves on by keys reads the next lines.
 */
export function showTipBeside(tip: HTMLElement, line: DOMRect, list: DOMRect): void {
  tip.showPopover();
  const { width, height } = tip.getBoundingClientRect();
  const beside = [list.left - width, list.right].find((left) => left >= margin && left + width <= window.innerWidth - margin);
  tip.classList.toggle('late', beside === undefined);
  if (beside !== undefined) {
    moveTo(tip, beside, Math.min(line.top, window.innerHeight - height - margin));
  } else {
    moveTo(tip, line.left, line.top - height >= margin ? line.top - height : line.bottom);
  }
}

/** Moves a tip to a place, as far as it is seen there from its first letter on. */
function moveTo(tip: HTMLElement, left: number, top: number): void {
  const { width } = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
  tip.style.top = `${Math.max(margin, top)}px`;
}
