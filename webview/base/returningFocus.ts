/**
 * Gives the keyboard back to where it was when the window gets it back. VS Code takes it for its menus, the palette and its lists, and
 * returns it to the page as a whole: to its body, where keys do nothing.
 *
 * @returns Ends it.
 */
export function returnFocus(page: Window): () => void {
  let last: HTMLElement | undefined;
  const note = (event: Event): void => {
    const [element] = event.composedPath();
    last = element instanceof HTMLElement ? element : undefined;
  };
  // At once, and only while the page has it: a list that VS Code opens next would lose it, and close.
  const giveBack = (): void => {
    if (page.document.hasFocus() && page.document.activeElement === page.document.body && last?.isConnected === true) {
      last.focus({ preventScroll: true });
    }
  };
  page.addEventListener('focusin', note);
  page.addEventListener('focus', giveBack);
  return () => {
    page.removeEventListener('focusin', note);
    page.removeEventListener('focus', giveBack);
  };
}
