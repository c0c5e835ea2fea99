import { wantedTexts } from '../compileMatcher.ts';
import type { EqualsMatcher, ExactMatcher, Span, WildcardMatcher } from '../ast.ts';
import type { ValueKind } from '../fields.ts';
import type { TextForm, TextTest, ValueTest } from './condition.ts';
import { foldedText, plainText } from './foldedText.ts';

/** What a matcher demands of the text of a value, which passes if it passes one of the tests: as `compileMatcher.ts` has it. */
export function textTests(matcher: EqualsMatcher | ExactMatcher | WildcardMatcher, kind: ValueKind, span: Span): readonly ValueTest[] {
  const test = (form: TextForm, one: TextTest): ValueTest => ({ kind: 'text', form, test: one });
  switch (matcher.kind) {
    case 'equals':
      return kind === 'sourceText'
        ? [test('asWritten', { kind: 'contains', text: foldedText(matcher.value, span), folded: true })]
        : [
            test(comparedForm(kind), {
              kind: 'oneOf',
              texts: wantedTexts(plainText(matcher.value, span), kind).map((text) => foldedText(text, span)),
              folded: true,
            }),
          ];
    case 'exact': {
      const text = plainText(matcher.value, span);
      return kind === 'sourceText'
        ? [test('asWritten', { kind: 'contains', text, folded: false })]
        : kind === 'event'
          ? [test('withoutBlanks', { kind: 'oneOf', texts: [text.replace(/\s/g, '')], folded: false })]
          : [test('asWritten', { kind: 'oneOf', texts: [text], folded: false })];
    }
    case 'wildcard': {
      const folded = foldedText(matcher.pattern, span);
      const wildcard: TextTest = { kind: 'wildcard', pattern: kind === 'sourceText' ? `*${folded}*` : folded };
      return kind === 'address' ? [test('asWritten', wildcard), test('address', wildcard)] : [test('asWritten', wildcard)];
    }
  }
}

function comparedForm(kind: ValueKind): TextForm {
  return kind === 'address' ? 'address' : kind === 'event' ? 'withoutBlanks' : 'asWritten';
}
