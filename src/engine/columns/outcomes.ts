import { groupWithSignature, resultGroupOf, type ResultGroup, type SignatureGroup } from '../../core/record/results.ts';
import { decodeText } from '../../core/json/utf8.ts';
import type { ByteDictionary } from './byteDictionary.ts';

/**
 * The ids in the column of results. Of most records such an id is that of `resultType`. Where a status in
 * `resultSignature` makes the outcome worse it is an id of both, so that nothing is kept for records without one.
 *
 * An id of both is that of the result's text, a mark and the group of the status. No text holds the mark: 01 is in a
 * text only where it was written as an escape, and FF only where nothing was.
 */
export class Outcomes {
  private readonly results: ByteDictionary;
  /** Ids of both by that of the result. */
  private readonly known: Readonly<Record<SignatureGroup, Map<number, number>>> = { clientError: new Map(), failure: new Map() };

  constructor(results: ByteDictionary) {
    this.results = results;
  }

  /** The id of a result (0 for none) together with the group of the status. */
  idOf(result: number, signature: SignatureGroup): number {
    const known = this.known[signature];
    let id = known.get(result);
    if (id === undefined) {
      id = this.add(result, signature);
      if (known.size === maxKnown) {
        known.clear();
      }
      known.set(result, id);
    }
    return id;
  }

  /** `resultType` of an id, null where there is none. */
  textOf(id: number): string | null {
    const mark = this.markOf(id);
    if (mark === none) {
      return id === 0 ? null : this.results.text(id);
    }
    return (mark & withoutText) === 0 ? decodeText(this.results.bytesOf(id).subarray(0, -markLength)) : null;
  }

  groupOf(id: number): ResultGroup {
    const mark = this.markOf(id);
    const group = resultGroupOf(this.textOf(id));
    return mark === none ? group : groupWithSignature(group, (mark & isFailure) === 0 ? 'clientError' : 'failure');
  }

  private add(result: number, signature: SignatureGroup): number {
    const group = resultGroupOf(this.textOf(result));
    if (groupWithSignature(group, signature) === group) {
      return result;
    }
    const text = result === 0 ? new Uint8Array(0) : this.results.bytesOf(result);
    const mark = (signature === 'failure' ? isFailure : 0) | (result === 0 ? withoutText : 0);
    const both = new Uint8Array(text.length + markLength);
    both.set(text);
    both.set([...opening, mark], text.length);
    return this.results.intern(both, 0, both.length);
  }

  private markOf(id: number): number {
    if (id === 0) {
      return none;
    }
    const [first, second, mark = none] = this.results.bytesOf(id).subarray(-markLength);
    return first === opening[0] && second === opening[1] ? mark : none;
  }
}

const opening = [0xff, 0x01] as const;
const markLength = opening.length + 1;
const none = -1;
const isFailure = 1;
const withoutText = 2;

/** More results than this are hostile. */
const maxKnown = 4096;
