import type { Companion } from './identityJoin.ts';
import { maxCompanions, refusalOf } from './joinRule.ts';

interface OfType {
  readonly type: string;
  /** By the value without regard to case. No more of them than it takes to say that there are too many. */
  readonly values: Map<string, { readonly value: string; records: number }>;
  records: number;
}

/**
 * What shares records with one identity, while it is being counted. Takes little room, however many there are, and no time any more once
 * the identity turns out to join no others.
 */
export class CompanionCounts {
  readonly #types = new Map<string, OfType>();
  readonly #type: string;
  readonly #textOf: (value: number) => string;
  #isRefused = false;

  /** @param type Of the identity. @param textOf The text of a value, which is read only where it counts. */
  constructor(type: string, textOf: (value: number) => string) {
    this.#type = type;
    this.#textOf = textOf;
  }

  /** Whether the identity joins no others, whatever is still to come: then nothing needs to be added. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Notes the other identities of so many records that name it. An identity may be among them twice. */
  add(others: readonly { readonly type: string; readonly value: number }[], records: number): void {
    const noted = new Set<unknown>();
    for (const { type, value } of others) {
      const ofType = this.#ofType(type);
      if (!noted.has(ofType)) {
        noted.add(ofType);
        ofType.records += records;
      }
      if (ofType.values.size <= maxCompanions) {
        const before = ofType.values.size;
        const counted = this.#valueOf(ofType, this.#textOf(value));
        this.#isRefused ||= ofType.values.size > before && refusalOf(this.#type, this.companions) !== undefined;
        if (!noted.has(counted)) {
          noted.add(counted);
          counted.records += records;
        }
      }
    }
  }

  get companions(): readonly Companion[] {
    return [...this.#types.values()].map(({ type, values, records }) => ({
      type,
      values: values.size > maxCompanions ? [] : [...values.values()],
      distinct: values.size,
      records,
    }));
  }

  #ofType(type: string): OfType {
    const folded = type.toLowerCase();
    const ofType = this.#types.get(folded) ?? { type, values: new Map(), records: 0 };
    this.#types.set(folded, ofType);
    return ofType;
  }

  #valueOf({ values }: OfType, value: string): { records: number } {
    const folded = value.toLowerCase();
    const counted = values.get(folded) ?? { value, records: 0 };
    values.set(folded, counted);
    return counted;
  }
}
