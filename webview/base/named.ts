import { nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/**
 * Names a control of the toolkit for screen readers: `<al-checkbox ${named(name)}>`. Such a control names itself after its text, or
 * after its kind and in English, when it is put into the page, whatever its `aria-label` was: the name is set after that.
 */
class Named extends Directive {
  override render(_name: string): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [name]: Parameters<this['render']>): unknown {
    if (element.isConnected) {
      setName(element, name);
    } else {
      queueMicrotask(() => setName(element, name));
    }
    return nothing;
  }
}

/** A control that is told its own name again updates itself, which takes a millisecond. */
function setName(element: Element, name: string): void {
  if (element.getAttribute('aria-label') !== name) {
    element.setAttribute('aria-label', name);
  }
}

export const named = directive(Named);
