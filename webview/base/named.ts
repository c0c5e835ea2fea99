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
      element.setAttribute('aria-label', name);
    } else {
      queueMicrotask(() => element.setAttribute('aria-label', name));
    }
    return nothing;
  }
}

export const named = directive(Named);
