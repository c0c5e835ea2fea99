import { canonicalAddress } from '../record/address.ts';

/** Kinds of values of which each gets a pseudonym of the same form. */
export const simpleKinds = ['name', 'number', 'hex', 'email', 'domain', 'guid', 'ipv4', 'ipv6'] as const;

export type SimpleKind = (typeof simpleKinds)[number];

/** No mail is ever sent there (RFC 2606). */
export const reservedDomain = 'example.com';

/** Words of pseudonyms, which are no names of anybody. */
export const wordsOfPseudonyms: readonly string[] = reservedDomain.split('.');

/** Says what stands for a value in a copy. */
export interface Pseudonyms {
  of(kind: SimpleKind, original: string): string;
}

/** A value as it is compared: without regard to case, of addresses without regard to spelling. */
export function foldValue(kind: SimpleKind, value: string): string {
  return kind === 'ipv4' || kind === 'ipv6' ? (canonicalAddress(value) ?? value) : value.toLowerCase();
}

/** Which kind of name a text is, by its form: its pseudonym has that form as well. */
export function kindOfName(text: string): SimpleKind {
  return /^\d+$/.test(text) ? 'number' : /^(?=.*\d)(?=.*[a-f])[\da-f]{8,}$/i.test(text) ? 'hex' : 'name';
}

/**
 * Pseudonyms by counting, in the order in which values come: nothing of a value is in its pseudonym, so that none can be found by
 * trying guesses. Ids are the exception, which may be as many as records: they are made by a digest with a secret that is never kept.
 */
export class CountedPseudonyms implements Pseudonyms {
  private readonly isOriginal: (kind: SimpleKind, folded: string) => boolean;
  private readonly digest: (text: string) => string;
  private readonly known = new Map<string, string>();
  private readonly made = new Set<string>();
  private readonly counts = new Map<string, number>();

  /**
   * @param isOriginal Whether the log has a value: it is no pseudonym for another one.
   * @param digest 64 digits of hexadecimal that nobody can tell without a secret.
   */
  constructor(isOriginal: (kind: SimpleKind, folded: string) => boolean, digest: (text: string) => string) {
    this.isOriginal = isOriginal;
    this.digest = digest;
  }

  of(kind: SimpleKind, original: string): string {
    const folded = foldValue(kind, original);
    if (kind === 'guid' ? isMadeGuid(folded, this.digest) : this.made.has(folded)) {
      // JSON in JSON is looked at once more, as text.
      return original;
    }
    return inCaseOf(original, kind === 'guid' ? guidOf(this.digest(folded), this.digest) : this.counted(kind, folded));
  }

  private counted(kind: SimpleKind, folded: string): string {
    const key = `${kind} ${folded}`;
    let pseudonym = this.known.get(key);
    while (pseudonym === undefined) {
      // Numbers of each length are counted by themselves.
      const counter = kind === 'number' || kind === 'hex' ? `${kind} ${folded.length}` : kind;
      const count = (this.counts.get(counter) ?? 0) + 1;
      this.counts.set(counter, count);
      const next = this.candidate(kind, folded, count);
      pseudonym = this.isOriginal(kind, next) ? undefined : next;
    }
    this.known.set(key, pseudonym);
    this.made.add(pseudonym);
    return pseudonym;
  }

  private candidate(kind: SimpleKind, folded: string, count: number): string {
    switch (kind) {
      case 'name':
      case 'guid':
        return `name${count}`;
      case 'number':
        // As long as it was, unless there are more than that length has; never with a zero in front.
        return String(10n ** BigInt(folded.length - 1) + BigInt(count));
      case 'hex':
        return `a${count.toString(16).padStart(folded.length - 1, '0')}`;
      case 'domain':
        return `domain${count}.${reservedDomain}`;
      case 'email':
        return `user${count}@${this.counted('domain', folded.slice(folded.lastIndexOf('@') + 1))}`;
      case 'ipv4':
        return addressOf(count);
      case 'ipv6':
        return `2001:db8::${count > 0xffff ? `${(count >>> 16).toString(16)}:` : ''}${(count & 0xffff).toString(16)}`;
    }
  }
}

/** Ranges for documentation (RFC 5737), each with 254 addresses; what is more is in a private one (RFC 1918). */
const ranges = ['192.0.2', '198.51.100', '203.0.113'];

function addressOf(count: number): string {
  const range = ranges[Math.floor((count - 1) / 254)];
  return range === undefined
    ? `10.${(count >>> 16) & 0xff}.${(count >>> 8) & 0xff}.${count & 0xff}`
    : `${range}.${((count - 1) % 254) + 1}`;
}

/** An id of version 8 (RFC 9562), whose last half proves that it was made here. */
function guidOf(random: string, digest: (text: string) => string): string {
  const [a, b, c] = [random.slice(0, 8), random.slice(8, 12), random.slice(12, 15)];
  return `${a}-${b}-8${c}-8${guidProof(`${a}${b}${c}`, digest)}`;
}

/** Whether an id is a pseudonym that was made with the same secret. */
export function isMadeGuid(guid: string, digest: (text: string) => string): boolean {
  const [a = '', b = '', c = ''] = guid.toLowerCase().split('-');
  return guid.toLowerCase() === `${a}-${b}-8${c.slice(1)}-8${guidProof(`${a}${b}${c.slice(1)}`, digest)}`;
}

function guidProof(random: string, digest: (text: string) => string): string {
  const proof = digest(`proof ${random}`);
  return `${proof.slice(0, 3)}-${proof.slice(3, 15)}`;
}

/** A pseudonym in capitals where the original is. */
function inCaseOf(original: string, pseudonym: string): string {
  return original !== original.toLowerCase() && original === original.toUpperCase() ? pseudonym.toUpperCase() : pseudonym;
}
