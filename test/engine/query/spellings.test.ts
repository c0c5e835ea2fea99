import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '../../../src/engine/columns/byteDictionary.ts';
import { Spellings } from '../../../src/engine/query/spellings.ts';

interface Noted {
  readonly spellings: Spellings;
  readonly idOf: (text: string) => number;
}

/** Notes names in their order; those that begin with `~` without an id. All ids are there from the beginning, in another order. */
function noted(...names: readonly string[]): Noted {
  const dictionary = new ByteDictionary(1);
  const ids = names.filter((name) => !name.startsWith('~'));
  ids.toReversed().forEach((name) => dictionary.internText(name));
  const spellings = new Spellings(dictionary);
  for (const name of names) {
    if (name.startsWith('~')) {
      spellings.noteText(name.slice(1));
    } else {
      spellings.note(dictionary.idOf(name));
    }
  }
  return { spellings, idOf: (text) => dictionary.idOf(text) };
}

describe('spellings of one name', () => {
  it.each<[names: readonly string[], first: string]>([
    [['contoso', 'CONTOSO', 'Contoso'], 'contoso'],
    [['CONTOSO', 'contoso', 'Contoso'], 'CONTOSO'],
    [['Contoso', '~contoso', 'CONTOSO'], 'Contoso'],
    [['~CONTOSO', 'contoso'], 'CONTOSO'],
    [['~contoso', 'CONTOSO'], 'contoso'],
    [['Ärger', 'ÄRGER', 'ärger'], 'Ärger'],
    [['\u212a8s', 'k8s', 'K8S'], '\u212a8s'],
    [['k8s', '\u212a8s'], 'k8s'],
  ])('%j are counted as the first', (names, first) => {
    const { spellings, idOf } = noted(...names);
    expect(names.map((name) => spellings.first(name.replace('~', '')))).toEqual(names.map(() => first));
    const [own, ...further] = names.filter((name) => !name.startsWith('~')).map(idOf);
    expect(new Map(spellings.firstIds)).toEqual(new Map(further.map((id) => [id, own!])));
    expect(spellings.isVaried).toBe(true);
  });

  it('are none where each name has one', () => {
    const { spellings } = noted('contoso', 'Fabrikam', 'Fabrikam', '~Fabrikam', 'contoso');
    expect(spellings.isVaried).toBe(false);
    expect(spellings.firstIds.size).toBe(0);
    expect(spellings.first('FABRIKAM')).toBe('FABRIKAM');
  });

  it('count only once they were noted, whatever the dictionary holds', () => {
    const dictionary = new ByteDictionary(1);
    dictionary.internText('contoso');
    const spellings = new Spellings(dictionary);
    spellings.note(dictionary.internText('CONTOSO'));
    spellings.note(dictionary.idOf('contoso'));
    expect(spellings.first('contoso')).toBe('CONTOSO');
  });
});
