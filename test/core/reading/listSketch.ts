import { OpenList } from '../../../src/core/reading/openList.ts';
import { placeAt, type Place } from './placeAt.ts';

export interface Walk extends Place {
  readonly list: OpenList;
}

/** A list that is read from the beginning of a sketch on. */
export function begin(text: string): Walk {
  const started = placeAt(text);
  return { ...started, list: new OpenList(started.place) };
}

/** Reads on to the end of the sketch: `i` is an item, `?` is what cannot be read, all else is itself. */
export function read({ list, place: { window } }: Walk): void {
  while (window.position < window.length) {
    switch (String.fromCharCode(window.bytes[window.position] ?? 0)) {
      case '[':
        if (list.state.isOpen) {
          list.openInner();
        } else {
          list.open();
        }
        break;
      case ']':
        list.close();
        break;
      case ',':
        list.comma();
        break;
      case 'i':
        list.beginItem();
        window.position++;
        list.endItem();
        break;
      case '?':
        list.forget();
        window.position++;
        break;
      default:
        window.position++;
    }
  }
}
