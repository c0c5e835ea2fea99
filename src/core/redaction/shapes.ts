import { canonicalAddress } from '../record/address.ts';

/** Forms by which what names somebody is recognised in any text. */
export type ShapeKind = 'arn' | 'resourceId' | 'resourceName' | 'email' | 'guid' | 'ipv6' | 'ipv4';

export interface Shape {
  readonly kind: ShapeKind;
  readonly text: string;
  readonly index: number;
}

/** Each part of it takes what no other could, or so many characters at most: time in proportion to the text. */
const shapes = new RegExp(
  [
    String.raw`(?<arn>\barn:[\w-]+:[\w-]+:[\w-]*:[\w*-]*:[^\s"'<>,;|\\()]+)`,
    String.raw`(?<resourceId>\/(?:subscriptions|tenants|providers)\/[^\s"'<>,;|\\()?#]+)`,
    String.raw`(?<resourceName>(?<![\p{L}\p{N}_-])(?:projects|organizations|folders)\/[^\s"'<>,;|\\()?#]+)`,
    String.raw`(?<email>(?<![\p{L}\p{N}_.+%#'-])[\p{L}\p{N}_.+%#'-]{1,128}@(?:[\p{L}\p{N}_-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63})`,
    String.raw`(?<guid>(?<![\p{L}\p{N}])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\p{L}\p{N}]))`,
    String.raw`(?<ipv6>(?<![\p{L}\p{N}:.])(?:[\da-f]{0,4}:){2,8}[\da-f.]{0,15}(?![\p{L}\p{N}:]))`,
    String.raw`(?<ipv4>(?<![\p{L}\p{N}_.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?[\p{L}\p{N}_]))`,
  ].join('|'),
  'giu',
);

/** Addresses that mean this machine or none, and the id of nothing. */
const nobody: ReadonlySet<string> = new Set(['127.0.0.1', '0.0.0.0', '::1', '::', '00000000-0000-0000-0000-000000000000']);

/** What in a text has one of the forms, from left to right and apart from each other. */
export function shapesIn(text: string): readonly Shape[] {
  const found: Shape[] = [];
  for (const { groups = {}, index, 0: whole } of text.matchAll(shapes)) {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) as ShapeKind;
    if (isMeant(kind, whole)) {
      found.push({ kind, text: whole, index });
    }
  }
  return found;
}

function isMeant(kind: ShapeKind, text: string): boolean {
  if (kind === 'ipv4' || kind === 'ipv6') {
    const canonical = canonicalAddress(text);
    return canonical !== undefined && !nobody.has(canonical);
  }
  return !nobody.has(text);
}
