/**
 * Whether a path, with `/` between its parts, is one that a pattern describes: `*` and `?` within a part, `**` for any number of parts,
 * `{a,b}` for one of several. A pattern without `/` is compared with the last part. In time that grows with pattern and path alone.
 */
export function matchGlob(pattern: string, path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '');
  return alternatives(pattern).some((one) => {
    const asked = one.split('/').filter((part) => part !== '');
    return one.includes('/')
      ? matches(asked, parts, (part) => part === '**', partMatches)
      : partMatches(asked[0] ?? '', parts.at(-1) ?? '');
  });
}

/** Patterns that braces may make; a pattern with more is read as if its further braces were text. */
const maxAlternatives = 100;

/** The patterns without braces that a pattern stands for. */
function alternatives(pattern: string): readonly string[] {
  let all: readonly string[] = [pattern];
  for (;;) {
    const next = all.flatMap((one) => {
      const found = /\{([^{}]*)\}/.exec(one);
      return found === null
        ? [one]
        : found[1]!.split(',').map((choice) => one.slice(0, found.index) + choice + one.slice(found.index + found[0].length));
    });
    if (next.length > maxAlternatives || next.every((one, index) => one === all[index])) {
      return all;
    }
    all = next;
  }
}

function partMatches(pattern: string, text: string): boolean {
  return matches(
    [...pattern],
    [...text],
    (one) => one === '*',
    (one, character) => one === '?' || one === character,
  );
}

/** Wildcards against items: where something does not fit, the last wildcard takes one more, which is enough. */
function matches(
  pattern: readonly string[],
  items: readonly string[],
  isAny: (one: string) => boolean,
  fits: (one: string, item: string) => boolean,
): boolean {
  let at = 0;
  let wildcard = -1;
  let taken = 0;
  for (let index = 0; index < items.length;) {
    const one = pattern[at];
    if (one !== undefined && isAny(one)) {
      wildcard = at++;
      taken = index;
    } else if (one !== undefined && fits(one, items[index]!)) {
      at++;
      index++;
    } else if (wildcard === -1) {
      return false;
    } else {
      at = wildcard + 1;
      index = ++taken;
    }
  }
  return pattern.slice(at).every(isAny);
}
