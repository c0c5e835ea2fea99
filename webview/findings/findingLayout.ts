import type { FindingCodes } from '../../src/protocol/answers/findings.ts';

type CodeCount = FindingCodes['codes'][number];

/** A row of the page of findings: the head of a code, or the finding with this number among those of the code. */
export type FindingPlace =
  | { readonly kind: 'code'; readonly group: CodeCount; readonly isOpen: boolean }
  | { readonly kind: 'finding'; readonly group: CodeCount; readonly number: number };

/** What stays the same of a row while others come and go: `number` is undefined for the head of a code. */
export interface FindingKey {
  readonly code: string;
  readonly number: number | undefined;
}

/** Groups of more findings begin closed: what follows them would be far away. */
const opensUpTo = 100;

/** The rows of the page of findings: the heads of all codes, and the findings of those that are open. */
export class FindingLayout {
  readonly rows: number;
  readonly #groups: readonly { readonly group: CodeCount; readonly isOpen: boolean; readonly at: number }[];

  /** @param toggled Which codes the user has opened or closed. */
  constructor(codes: readonly CodeCount[], toggled: ReadonlyMap<string, boolean>) {
    let at = 0;
    this.#groups = codes.map((group) => {
      const isOpen = toggled.get(group.code) ?? group.count <= opensUpTo;
      const placed = { group, isOpen, at };
      at += 1 + (isOpen ? group.count : 0);
      return placed;
    });
    this.rows = at;
  }

  at(position: number): FindingPlace | undefined {
    const placed = position >= this.rows ? undefined : this.#groups.findLast(({ at }) => at <= position);
    if (placed === undefined) {
      return undefined;
    }
    const { group, isOpen, at } = placed;
    return position === at ? { kind: 'code', group, isOpen } : { kind: 'finding', group, number: position - at - 1 };
  }

  /** Where a row is; the head of its code where that is closed or has fewer findings by now. */
  positionOf({ code, number }: FindingKey): number | undefined {
    const placed = this.#groups.find(({ group }) => group.code === code);
    if (placed === undefined) {
      return undefined;
    }
    const { group, isOpen, at } = placed;
    return at + (number === undefined || !isOpen || number >= group.count ? 0 : 1 + number);
  }

  /** The nearest finding after a position, or before it, also of a code that is closed; undefined where there is none. */
  next(position: number | undefined, direction: 'next' | 'previous'): FindingKey | undefined {
    const place = position === undefined ? undefined : this.at(position);
    const group = this.#groups.findIndex((one) => one.group.code === place?.group.code);
    const step = direction === 'next' ? 1 : -1;
    const within = place?.kind === 'finding' ? place.number + step : step === 1 ? 0 : -1;
    const current = this.#groups[group]?.group;
    if (current !== undefined && within >= 0 && within < current.count) {
      return { code: current.code, number: within };
    }
    const other = group === -1 && step === -1 ? this.#groups.at(-1) : this.#groups[group + step];
    return other && { code: other.group.code, number: step === 1 ? 0 : other.group.count - 1 };
  }
}
