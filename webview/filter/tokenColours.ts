import { type TokenKind, tokenKinds } from '../../src/core/query/queryTokens.ts';
import { type Colour, colourText, legible, overlay, parseColour } from '../theme/colour.ts';
import type { ThemeReader } from '../theme/themeReader.ts';
import { highlightName } from './colouredText.ts';

/** What text needs to be read, by WCAG 2.1 (1.4.3). */
const minContrast = 4.5;
/** What a line needs to be seen (1.4.11). */
const minLineContrast = 3;

const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };

/** The theme's colours from which that of each kind is made, the best first: those of expressions in VS Code's own debugger. */
const themeColours: Readonly<Record<TokenKind, readonly string[]>> = {
  field: ['debugTokenExpression-name'],
  function: ['symbolIcon-functionForeground', 'debugTokenExpression-name'],
  operator: ['debugTokenExpression-boolean'],
  punctuation: ['descriptionForeground'],
  word: [],
  value: [],
  number: ['debugTokenExpression-number'],
  quoted: ['debugTokenExpression-string'],
  pattern: ['debugTokenExpression-error', 'debugTokenExpression-string'],
};

/** The colours of a filter's tokens, moved until they can be read on the ground of an input. */
export function tokenColours(read: ThemeReader): ReadonlyMap<TokenKind, string> {
  return new Map(tokenKinds.map((kind) => [kind, colourOnInput(read, [...themeColours[kind], 'input-foreground'], minContrast)]));
}

/**
 * The style of highlights in these colours, and of what is wrong. All colours are plain ones: highlights of older browsers know no
 * variables. Where the system forces its own, the input shows its text in that of all text.
 */
export function tokenStyle(read: ThemeReader): string {
  const rules = [...tokenColours(read)].map(([kind, colour]) => `::highlight(${highlightName(kind)}) { color: ${colour}; }`);
  const wrong = colourOnInput(read, ['editorError-foreground', 'charts-red'], minLineContrast);
  const underline = (colour: string): string => `::highlight(${highlightName('wrong')}) { text-decoration: underline wavy ${colour}; }`;
  return `@media (forced-colors: none) { ${rules.join(' ')} ${underline(wrong)} }
    @media (forced-colors: active) { ${underline('FieldText')} }`;
}

/** The first of these colours that the theme has, moved until it is legible on the ground of an input. */
function colourOnInput(read: ThemeReader, names: readonly string[], least: number): string {
  const page = parseColour(read('editor-background')) ?? black;
  const front = parseColour(read('input-background'));
  const ground = front === undefined ? page : overlay(front, page);
  const named = [...names, 'foreground'].map(read).find((text) => text !== '') ?? '';
  const colour = parseColour(named);
  return colour === undefined ? named : colourText(legible(overlay(colour, ground), [ground], least));
}
