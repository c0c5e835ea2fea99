/**
 * Leaves Ctrl+A to the box that has the keyboard. VS Code hears of the key, too, and selects all of the page's focused box once more by
 * a message, which may arrive when more was typed: the next letter would replace it.
 */
export function keepSelectAll(page: HTMLElement): void {
  page.addEventListener('keydown', (event) => {
    const [target] = event.composedPath();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && target instanceof HTMLInputElement) {
      event.stopPropagation();
    }
  });
}
