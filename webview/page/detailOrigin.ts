/** Where the user was when they selected the record of the detail: leaving that leads back there. */
export class DetailOrigin {
  /** The part of the page, and what had the keyboard in it. */
  #part: HTMLElement | undefined;
  #element: HTMLElement | undefined;

  /**
   * To be called when the user selects a record or goes to its detail. Whoever selects another record in the detail still comes
   * from where they were before.
   */
  note({ activeElement }: DocumentOrShadowRoot): void {
    if (activeElement instanceof HTMLElement && activeElement.localName !== 'audit-log-detail') {
      this.#part = activeElement;
      this.#element = focusedIn(activeElement);
    }
  }

  /** Moves the keyboard back; false where there is no way. */
  focus(): boolean {
    const target = [this.#element, this.#part].find((one) => one?.isConnected);
    target?.focus();
    return target !== undefined;
  }
}

/** What has the keyboard in an element, however many shadow roots it is within. */
function focusedIn(element: HTMLElement): HTMLElement {
  const inner = element.shadowRoot?.activeElement;
  return inner instanceof HTMLElement ? focusedIn(inner) : element;
}
