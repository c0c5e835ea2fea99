/** Defines custom elements by their names. */
export function defineElements(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  for (const [name, element] of Object.entries(elements)) {
    customElements.define(name, element);
  }
}
