import type { FieldDocumentation } from '../../formats/definition/formatDocumentation.ts';
import type { Explanation } from '../fieldDescription.ts';
import { explainCorrelation, explainExpected, explainFlags, explainSampling } from './envelope.ts';

/**
 * What the documentation of a field lets be reported about a value of it: by its rule, or by the one value that is documented.
 *
 * @param kind Whether `text` is the decoded text of a string or the source text of a number.
 */
export function explainByRule(
  { rule, expected }: Pick<FieldDocumentation, 'rule' | 'expected'>,
  kind: 'string' | 'number',
  text: string,
): readonly Explanation[] {
  if (expected !== undefined) {
    return explainExpected(kind === 'number' ? numberLike(text, expected) : text, expected);
  }
  switch (rule) {
    case 'correlation':
      return kind === 'string' ? explainCorrelation(text) : [];
    case 'flags':
      return kind === 'number' ? explainFlags(text) : [];
    case 'samplingRate':
      return kind === 'number' ? explainSampling(text) : [];
    default:
      return [];
  }
}

/** A number written as the expected one is, if both are the same: versions are written `2.1`, `2.10` or `21e-1`. */
function numberLike(source: string, expected: string): string {
  return Number(source) === Number(expected) ? expected : source;
}
