import type { EventDescription } from '../../formats/definition/formatDocumentation.ts';
import { dataWords } from '../dataWords.ts';
import type { Explanation } from '../fieldDescription.ts';
import { line, note } from './explanation.ts';

/** Explains an operation that the catalogue of its format has. */
export function explainDocumentedEvent(event: EventDescription, operation: string): readonly Explanation[] {
  const { title, description, synonyms = [], isAdminOnly = false } = event;
  const isSynonym = synonyms.some((name) => name.toLowerCase() === operation.toLowerCase());
  return [
    line('event', dataWords(title)),
    ...(description === undefined ? [] : [line('meaning', dataWords(description))]),
    ...(isSynonym ? [line('synonymOf', event.operation)] : []),
    ...(isAdminOnly ? [note('administratorsOnly')] : []),
  ];
}
