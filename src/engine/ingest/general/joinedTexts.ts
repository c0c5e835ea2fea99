import type { CompiledText } from '../../../core/formats/compiledFormat.ts';
import { firstText } from '../../../core/formats/roles.ts';
import type { RoleSource } from '../../../core/formats/roleSource.ts';
import { ByteDictionary } from '../../columns/byteDictionary.ts';
import { TupleDictionary } from '../../columns/tupleDictionary.ts';
import { firstScalar, idOfValue } from './roleIds.ts';

/** More parts of joined texts are not remembered. */
const maxParts = 4096;

type JoinedText = Extract<CompiledText, { readonly join: unknown }>;

interface KnownJoin {
  readonly parts: ByteDictionary;
  readonly lists: TupleDictionary;
  /** By list of parts: the id of the joined text, or 0 where there is none. */
  readonly ids: number[];
}

/** The ids of texts that are joined of several values: each combination of values is joined once. */
export class JoinedTexts {
  private readonly seed: number;
  private readonly known = new Map<JoinedText, KnownJoin>();

  constructor(seed: number) {
    this.seed = seed;
  }

  /** The id of the joined text in a dictionary, which is the same for each call with that text; 0 for none. */
  idOf(dictionary: ByteDictionary, text: JoinedText, source: RoleSource): number {
    let known = this.known.get(text);
    if (known === undefined) {
      known = { parts: new ByteDictionary(this.seed), lists: new TupleDictionary(this.seed), ids: [] };
      this.known.set(text, known);
    }
    const { parts, lists, ids } = known;
    if (parts.size >= maxParts || lists.size >= maxParts) {
      return joined(dictionary, text, source);
    }
    lists.begin();
    for (const { slot } of text.join) {
      const found = firstScalar(source.values(slot));
      lists.push(found === undefined ? 0 : idOfValue(parts, found));
    }
    return (ids[lists.intern()] ??= joined(dictionary, text, source));
  }
}

function joined(dictionary: ByteDictionary, text: JoinedText, source: RoleSource): number {
  const value = firstText(source, [text]);
  return value === undefined || value === '' ? 0 : dictionary.internText(value);
}
