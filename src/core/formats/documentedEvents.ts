import type { AuditFormat } from './definition/format.ts';
import type { EventDescription } from './definition/formatDocumentation.ts';
import { starPattern } from './starPattern.ts';

/** Finds the documented event that an operation stands for. */
export type EventCatalogue = (operation: string) => EventDescription | undefined;

/**
 * Compiles the events of a format. An operation is looked up as it is, also among synonyms, without regard to case; then by
 * patterns, of which the first that fits counts.
 */
export function compileEvents(events: readonly EventDescription[]): EventCatalogue {
  const exact = new Map<string, EventDescription>();
  const patterns: { readonly fits: (operation: string) => boolean; readonly event: EventDescription }[] = [];
  for (const event of events) {
    for (const name of [event.operation, ...(event.synonyms ?? [])].map((one) => one.toLowerCase())) {
      if (name.includes('*')) {
        patterns.push({ fits: starPattern(name), event });
      } else if (!exact.has(name)) {
        exact.set(name, event);
      }
    }
  }
  return (operation) => {
    const folded = operation.toLowerCase();
    return exact.get(folded) ?? patterns.find(({ fits }) => fits(folded))?.event;
  };
}

const catalogues = new WeakMap<AuditFormat, EventCatalogue>();

/** The event that an operation of a format stands for; undefined for one that its catalogue does not have. */
export function documentedEvent(format: AuditFormat, operation: string): EventDescription | undefined {
  let catalogue = catalogues.get(format);
  if (catalogue === undefined) {
    catalogue = compileEvents(format.events ?? []);
    catalogues.set(format, catalogue);
  }
  return catalogue(operation);
}

/** All names of all events in the catalogues of formats, each once. */
export function allEventNames(formats: readonly AuditFormat[]): readonly string[] {
  return [...new Set(formats.flatMap(({ events = [] }) => events.flatMap(eventNames)))];
}

/** The names by which filters find an event: its title first, then its operations, patterns aside. */
export function eventNames({ title, operation, synonyms = [] }: EventDescription): readonly string[] {
  return [title, ...[operation, ...synonyms].filter((name) => !name.includes('*') && name.toLowerCase() !== title.toLowerCase())];
}
