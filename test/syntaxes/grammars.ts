import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onigurumaModule from 'vscode-oniguruma';
import textmateModule, { type IGrammar, type IOnigLib, type IRawGrammar } from 'vscode-textmate';

const { createOnigScanner, createOnigString, loadWASM } = onigurumaModule;
const { INITIAL, parseRawGrammar, Registry } = textmateModule;

const folder = new URL('../../', import.meta.url);

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const { contributes } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
  readonly contributes: { readonly grammars: readonly Contribution[] };
};

const onigLib: Promise<IOnigLib> = loadWASM(
  readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')),
).then(() => ({ createOnigScanner, createOnigString }));

/**
 * A grammar by the name of its scope, as VS Code makes it: ours as the manifest contributes them, others by `others`.
 *
 * @param injected Whether ours are injected into it where the manifest says so.
 */
export async function loadGrammar(
  scopeName: string,
  others: (scopeName: string) => IRawGrammar | null = () => null,
  injected = true,
): Promise<IGrammar> {
  const registry = new Registry({
    onigLib,
    loadGrammar: (name) => {
      const own = contributes.grammars.find((one) => one.scopeName === name);
      const path = own && new URL(own.path, folder).pathname;
      return Promise.resolve(path === undefined ? others(name) : parseRawGrammar(readFileSync(path, 'utf8'), path));
    },
    getInjections: (name) =>
      injected ? contributes.grammars.filter(({ injectTo = [] }) => injectTo.includes(name)).map((one) => one.scopeName) : [],
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) {
    throw new Error(`There is no grammar ${scopeName}.`);
  }
  return grammar;
}

/** Where a piece of a text is, and its scopes, the innermost last. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The pieces of a text as a grammar parts it, without the ends of lines. */
export function piecesOf(grammar: IGrammar, text: string): readonly Piece[] {
  let state = INITIAL;
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const lineStart = offset;
    offset += line.length + 1;
    return tokens.map(({ startIndex, endIndex, scopes }) => {
      // The last one may be said to hold the end of the line, too.
      const end = Math.min(endIndex, line.length);
      return { start: lineStart + startIndex, end: lineStart + end, text: line.slice(startIndex, end), scopes };
    });
  });
}
