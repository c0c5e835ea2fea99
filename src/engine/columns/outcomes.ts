import { groupWithSignature, resultGroupOf, resultGroups, type ResultGroup, type SignatureGroup } from '../../core/record/results.ts';
import { decodeText } from '../../core/json/utf8.ts';
import type { ByteDictionary } from './byteDictionary.ts';

/**
 * The ids in the column of results. Of most records such an id is that of the result's text, which says the group. Where
 * something else decides the group, such as a status in `resultSignature` or the rules of a format, it is an id of both, so
 * that nothing is kept for records without that.
 *
 * An id of both is that of the result's text, a mark and the group. No text holds the mark: 01 is in a text only where it
 * was written as an escape, and FF only where nothing was.
 */
export class Outcomes {
  private readonly results: ByteDictionary;
  /** Ids of both by that of the result. */
  private readonly known: Readonly<Record<ResultGroup, Map<number, number>>> = {
    success: new Map(),
    clientError: new Map(),
    failure: new Map(),
    other: new Map(),
  };
  private readonly worse: Readonly<Record<SignatureGroup, Map<number, number>>> = { clientError: new Map(), failure: new Map() };

  constructor(results: ByteDictionary) {
    this.results = results;
  }

  /** The id of a result (0 for none) together with the group of the status, if that is the worse one. */
  idOf(result: number, signature: SignatureGroup): number {
    const known = this.worse[signature];
    let id = known.get(result);
    if (id === undefined) {
      id = this.withGroup(result, groupWithSignature(this.groupOf(result), signature));
      remember(known, result, id);
    }
    return id;
  }

  /** The id of a result (0 for none) that counts as a group, whatever its text says. */
  withGroup(result: number, group: ResultGroup): number {
    const known = this.known[group];
    let id = known.get(result);
    if (id === undefined) {
      id = this.add(result, group);
      remember(known, result, id);
    }
    return id;
  }

  /** The result's text of an id, null where there is none. */
  textOf(id: number): string | null {
    const mark = this.markOf(id);
    if (mark === none) {
      return id === 0 ? null : this.results.text(id);
    }
    return (mark & withoutText) === 0 ? decodeText(this.results.bytesOf(id).subarray(0, -markLength)) : null;
  }

  groupOf(id: number): ResultGroup {
    const mark = this.markOf(id);
    return mark === none ? resultGroupOf(this.textOf(id)) : (resultGroups[mark & groupBits] ?? 'other');
  }

  private add(result: number, group: ResultGroup): number {
    if (resultGroupOf(this.textOf(result)) === group) {
      return result;
    }
    const text = result === 0 ? new Uint8Array(0) : this.results.bytesOf(result);
    const mark = resultGroups.indexOf(group) | (result === 0 ? withoutText : 0);
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
const groupBits = 3;
const withoutText = 4;

/** More results than this are hostile. */
const maxKnown = 4096;

function remember(known: Map<number, number>, result: number, id: number): void {
  if (known.size === maxKnown) {
    known.clear();
  }
  known.set(result, id);
}
