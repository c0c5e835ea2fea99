import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PagePart } from '../../src/protocol/viewMessages.ts';
import { DetailOrigin } from './detailOrigin.ts';
import type { PageElements } from './pageElements.ts';

type Host = ReactiveControllerHost & HTMLElement;

interface KeyboardActs {
  /** Shows a part that the keyboard is to go to, where it is hidden. */
  readonly show: (part: PagePart) => void;
  readonly stopSearch: () => void;
}

/** Where the keyboard is on the page, and goes to: by keys, by commands, and when the detail of a record opens and closes. */
export class PageKeyboard implements ReactiveController {
  readonly #host: Host;
  readonly #elements: PageElements;
  readonly #acts: KeyboardActs;
  readonly #origin = new DetailOrigin();
  /** Whether the keyboard is to go to the selected record's detail once that is there. */
  #isDetailWanted = false;

  constructor(host: Host, elements: PageElements, acts: KeyboardActs) {
    this.#host = host;
    this.#elements = elements;
    this.#acts = acts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('open-detail', this.openDetail);
    this.#host.addEventListener('keydown', this.#stopByKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('open-detail', this.openDetail);
    this.#host.removeEventListener('keydown', this.#stopByKey);
  }

  hostUpdated(): void {
    const detail = this.#isDetailWanted ? this.#elements.detail : null;
    if (detail !== null) {
      this.#isDetailWanted = false;
      detail.focus();
    }
  }

  /** A record is selected from where the keyboard is. */
  noteOrigin(): void {
    this.#origin.note(this.#host.shadowRoot!);
  }

  goTo(part: PagePart): void {
    if (part === 'detail') {
      this.openDetail();
      return;
    }
    this.#acts.show(part);
    void this.#host.updateComplete.then(() => this.#elements.focus(part));
  }

  /** The record may be selected only now, so that its detail is there once the host has said so. */
  readonly openDetail = (): void => {
    this.noteOrigin();
    this.#isDetailWanted = true;
    this.#host.requestUpdate();
  };

  /** Goes back to where the record was selected, if that is still there, else to the list. */
  leaveDetail(): void {
    if (!this.#origin.focus()) {
      this.goTo('records');
    }
  }

  /** From the filter to what it finds, as in VS Code's own lists that have a box on top. */
  readonly leaveTopBar = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.goTo('records');
    }
  };

  /** Escape belongs to whoever takes it first, such as an open list of completions. */
  readonly #stopByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      this.#acts.stopSearch();
    }
  };
}
