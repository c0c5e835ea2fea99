import type { ViewContext } from './viewContext.ts';

/** Fields that any log may have. */
const commonFields = ['caller', 'operation', 'target', 'resultGroup'];

/** The fields that are offered to lay out or colour records by: those of any log, and those that suit the formats of this one. */
export function offeredFields({ formats }: ViewContext): readonly string[] {
  const suited = (formats?.formats ?? []).flatMap(({ facets }) => facets);
  return [...new Set([...commonFields, ...suited])];
}
