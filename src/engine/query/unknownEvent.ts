import { message } from '../../core/finding/message.ts';
import type { FormatSet } from '../../core/formats/formatSet.ts';
import type { FieldTerm, SingleMatcher } from '../../core/query/ast.ts';
import { compileMatcher } from '../../core/query/compileMatcher.ts';
import { nearNames } from '../../core/query/nearNames.ts';
import type { QueryError } from '../../core/query/queryError.ts';
import { auditEvents } from '../../core/formats/attestation/events.ts';

/** Attestation's events, and what else filters may call them. */
const ownValues: readonly string[] = auditEvents.map(({ operation }) => operation);
const ownSynonyms: readonly string[] = auditEvents.flatMap(({ synonyms = [] }) => synonyms);

/** Why no log of these formats can have the event that a term asks for; undefined if one may, or if the term is on another field. */
export function unknownEvent({ field, matcher, valueSpan }: FieldTerm, { eventNames }: FormatSet): QueryError | undefined {
  if (field.kind !== 'named' || field.name !== 'event' || matcher.kind === 'regex') {
    return undefined;
  }
  const values = [...ownValues, ...eventNames];
  const items = matcher.kind === 'anyOf' ? matcher.items : [matcher];
  const impossible = items.find((item) => item.kind !== 'null' && !values.some(compileMatcher(item, 'event')));
  if (impossible === undefined) {
    return undefined;
  }
  const written = writtenText(impossible);
  const suggestions = nearNames(written, [...values, ...ownSynonyms]);
  const near = message('query.unknownValueNear', written, field.name, suggestions.join(', '));
  return { message: suggestions.length > 0 ? near : message('engine.unknownEvent', written), span: valueSpan, suggestions };
}

function writtenText(matcher: SingleMatcher): string {
  return 'value' in matcher ? matcher.value : 'pattern' in matcher ? matcher.pattern : '';
}
