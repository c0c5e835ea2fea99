import type { IRawGrammar } from 'vscode-textmate';

/**
 * A grammar with the structure and the scope names of the JSON grammars that VS Code brings (`source.json`,
 * `source.json.lines`), as far as a grammar that is injected into them can notice.
 *
 * @param suffix `json` or `json.lines`.
 */
export function jsonGrammar(suffix: string): IRawGrammar {
  const quoted = (name: string, mark: string): object => ({
    begin: '"',
    beginCaptures: { 0: { name: `punctuation.${mark}.begin.${suffix}` } },
    end: '"',
    endCaptures: { 0: { name: `punctuation.${mark}.end.${suffix}` } },
    name,
    patterns: [{ match: '\\\\.', name: `constant.character.escape.${suffix}` }],
  });
  const grammar = {
    scopeName: `source.${suffix}`,
    patterns: [{ include: '#value' }],
    repository: {
      value: {
        patterns: [
          { match: '\\b(?:true|false|null)\\b', name: `constant.language.${suffix}` },
          { match: '-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?', name: `constant.numeric.${suffix}` },
          quoted(`string.quoted.double.${suffix}`, 'definition.string'),
          {
            begin: '\\[',
            end: '\\]',
            name: `meta.structure.array.${suffix}`,
            patterns: [{ include: '#value' }, { match: ',' }, { match: '[^\\s\\]]', name: `invalid.illegal.${suffix}` }],
          },
          { include: '#object' },
        ],
      },
      object: {
        begin: '\\{',
        end: '\\}',
        name: `meta.structure.dictionary.${suffix}`,
        patterns: [
          quoted(`string.${suffix} support.type.property-name.${suffix}`, 'support.type.property-name'),
          {
            begin: ':',
            end: '(,)|(?=\\})',
            name: `meta.structure.dictionary.value.${suffix}`,
            patterns: [{ include: '#value' }, { match: '[^\\s,]', name: `invalid.illegal.${suffix}` }],
          },
          { match: '[^\\s\\}]', name: `invalid.illegal.${suffix}` },
        ],
      },
    },
  };
  return grammar as unknown as IRawGrammar;
}
