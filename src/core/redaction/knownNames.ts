import { parseArn } from '../record/arn.ts';
import { kindOfName, reservedDomain, type SimpleKind } from './pseudonyms.ts';
import { type Shape, shapesIn } from './shapes.ts';

/** Shorter numbers count and date things: as names they would be found everywhere. */
const minDigits = 6;

/** Shorter names are found only where they are all of a text, or of a part of an id: they may be parts of any text. */
const minWithin = 3;

const word = /[\p{L}\p{N}]+/gu;
const wordCharacter = /[\p{L}\p{N}]/u;

/** A name in a text. */
export interface FoundName {
  readonly index: number;
  readonly text: string;
}

/** The names that a log has for people, accounts and resources: found in any text without regard to case, where they are whole words. */
export class KnownNames {
  /** In lower case by their first words, the longest first. */
  private readonly byFirstWord = new Map<string, string[]>();
  private readonly all = new Set<string>();
  private readonly domains = new Set<string>();
  private readonly common: ReadonlySet<string>;

  /** @param common Words in lower case that name nobody, such as those of operations. */
  constructor(common: ReadonlySet<string>) {
    this.common = common;
  }

  get names(): ReadonlySet<string> {
    return this.all;
  }

  /** Takes a value apart into names: what has a form of its own is recognised by that. */
  add(value: string): void {
    let rest = value;
    for (const shape of shapesIn(value)) {
      rest = rest.replace(shape.text, '\0');
      partsOf(shape).forEach((part) => this.add(part));
    }
    for (const part of rest.split(/[/:\\=,;|?&#\0]+/)) {
      this.addName(
        part
          .trim()
          .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
          .toLowerCase(),
      );
    }
  }

  private addName(name: string): void {
    const [first] = name.match(word) ?? [];
    if (first === undefined || this.all.has(name) || this.common.has(name) || (/^\d+$/.test(name) && name.length < minDigits)) {
      return;
    }
    this.all.add(name);
    const known = this.byFirstWord.get(first) ?? [];
    known.push(name);
    known.sort((left, right) => right.length - left.length);
    this.byFirstWord.set(first, known);
  }

  /** Takes the domain of an address: it is found by itself, too. One that is reserved for examples names nobody. */
  addDomain(domain: string): void {
    const folded = domain.toLowerCase();
    if (folded !== reservedDomain && !this.all.has(folded)) {
      this.addName(folded);
      this.domains.add(folded);
    }
  }

  /** By which kind of pseudonym a name is replaced. */
  kindOf(name: string): SimpleKind {
    return this.domains.has(name.toLowerCase()) ? 'domain' : kindOfName(name);
  }

  has(text: string): boolean {
    return this.all.has(text.toLowerCase());
  }

  /** The names in a text, from left to right and apart from each other. */
  within(text: string): readonly FoundName[] {
    if (this.has(text)) {
      return [{ index: 0, text }];
    }
    const found: FoundName[] = [];
    let end = 0;
    for (const { index, 0: first } of text.matchAll(word)) {
      if (index >= end) {
        const name = (this.byFirstWord.get(first.toLowerCase()) ?? []).find((one) => one.length >= minWithin && isAt(text, index, one));
        if (name !== undefined) {
          end = index + name.length;
          found.push({ index, text: text.slice(index, end) });
        }
      }
    }
    return found;
  }
}

function isAt(text: string, index: number, name: string): boolean {
  const end = index + name.length;
  return text.slice(index, end).toLowerCase() === name && !wordCharacter.test(String.fromCodePoint(text.codePointAt(end) ?? 0x20));
}

/** Collections of Google Cloud whose members are places. */
const places: ReadonlySet<string> = new Set(['locations', 'regions', 'zones']);

/** The parts of an id that somebody has named: without its form, services, regions, and types of resources. */
function partsOf({ kind, text }: Shape): readonly string[] {
  if (kind === 'resourceId') {
    const parts = text.split('/').slice(1);
    const provider = parts.findIndex((part) => part.toLowerCase() === 'providers');
    const [before, after] = provider === -1 ? [parts, []] : [parts.slice(0, provider), parts.slice(provider + 2)];
    return [...before, ...after].filter((_, at) => at % 2 === 1);
  }
  if (kind === 'resourceName') {
    const parts = text.split('/').filter((part) => part !== 'global');
    return parts.filter((_, at) => at % 2 === 1 && !places.has(parts[at - 1]!));
  }
  const arn = kind === 'arn' ? parseArn(text) : undefined;
  if (arn === undefined || arn.account === 'aws') {
    return [];
  }
  const parts = arn.resource.split(/[/:]/);
  return [arn.account ?? '', ...(parts.length > 1 && arn.service !== 's3' ? parts.slice(1) : parts)];
}
