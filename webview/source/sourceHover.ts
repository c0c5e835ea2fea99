import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { RecordFinding } from '../../src/protocol/answers/record.ts';
import type { FieldDescription } from '../../src/protocol/describe.ts';
import { showTip } from '../detail/floatingTip.ts';
import { subjectAt, type HoverSubject } from './hoverSubject.ts';
import { fieldOf } from './sourceField.ts';
import { sourceTip } from './sourceTip.ts';

/** So long the pointer rests before a tip opens or closes, in milliseconds: as in the editor. */
const delay = 300;

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * The tip over a source: where the pointer rests, or at once at a mark that gets the focus. It stays while the pointer is on it, so that
 * it can be read and scrolled, but nothing in it can be used.
 */
export class SourceHover implements ReactiveController {
  readonly #host: Host;
  #subject: HoverSubject | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the timer is going to show; undefined if it is going to hide the tip, or there is none. */
  #next: HoverSubject | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get isShown(): boolean {
    return this.#tip !== null;
  }

  get #tip(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.doc');
  }

  hostUpdated(): void {
    const tip = this.#tip;
    if (tip !== null && this.#subject !== undefined) {
      showTip(tip, this.#subject.element.getBoundingClientRect());
    }
  }

  hostDisconnected(): void {
    this.#stay();
    this.#subject = undefined;
  }

  /** Moves count, and not what a scrolling text puts under the pointer. */
  readonly moved = ({ target }: Event): void => {
    const subject = subjectAt(target, false);
    if (subject === undefined) {
      this.left();
    } else if (subject.element !== (this.#next ?? this.#subject)?.element) {
      this.#showLater(subject);
    } else if (this.#next === undefined) {
      this.#stay();
    }
  };

  /** What the keyboard is at keeps its tip. */
  readonly left = (): void => {
    if (this.#next !== undefined) {
      this.#stay();
    }
    if (this.#subject?.isFocused === false && this.#timer === undefined) {
      this.#showLater(undefined);
    }
  };

  readonly focused = ({ target }: Event): void => {
    if (target instanceof HTMLElement && target.localName === 'mark') {
      this.showAt(target);
    }
  };

  /** Shows at once what is to be said of a mark that has the focus. */
  showAt(mark: HTMLElement): void {
    this.#show(subjectAt(mark.querySelector('.run'), true));
  }

  readonly hide = (): void => this.#show(undefined);

  /** The tip moves with the text, as long as that is seen. */
  readonly scrolled = ({ currentTarget }: Event): void => {
    const box = (currentTarget as HTMLElement).getBoundingClientRect();
    const at = this.#subject?.element.getBoundingClientRect();
    if (at !== undefined && (at.bottom < box.top || at.top > box.bottom)) {
      this.hide();
    } else {
      this.hostUpdated();
    }
  };

  /** The tip, if there is anything to say. */
  tip(findings: readonly RecordFinding[], fields: readonly FieldDescription[]): TemplateResult | typeof nothing {
    const { marks = [], value } = this.#subject ?? {};
    const field = value && fieldOf(fields, value);
    const found = marks.flatMap((mark) => findings[mark] ?? []);
    return found.length === 0 && field === undefined
      ? nothing
      : html`<div class="doc" role="tooltip" popover="manual" @pointerenter=${this.#stay} @pointerleave=${this.left}>
          ${sourceTip(found, field)}
        </div>`;
  }

  readonly #stay = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#next = undefined;
  };

  #showLater(subject: HoverSubject | undefined): void {
    this.#stay();
    this.#next = subject;
    this.#timer = setTimeout(() => this.#show(subject), delay);
  }

  #show(subject: HoverSubject | undefined): void {
    this.#stay();
    if (subject !== this.#subject) {
      this.#subject = subject;
      this.#host.requestUpdate();
    }
  }
}
