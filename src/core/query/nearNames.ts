/** How many names are suggested at most. */
const suggestionLimit = 3;

/** The names nearest to a mistyped one, best first: those within a third of its length in edits, or that it begins. */
export function nearNames(mistyped: string, names: readonly string[]): readonly string[] {
  const wanted = mistyped.toLowerCase();
  if (wanted.length === 0 || wanted.length > 64) {
    return [];
  }
  const reach = Math.max(1, Math.floor(wanted.length / 3));
  const scored: { readonly name: string; readonly distance: number }[] = [];
  for (const name of names) {
    const candidate = name.toLowerCase();
    const begins = wanted.length >= 3 && candidate.startsWith(wanted);
    const distance = candidate === wanted ? 0 : begins ? reach : editDistance(wanted, candidate);
    if (distance <= reach) {
      scored.push({ name, distance });
    }
  }
  scored.sort((left, right) => left.distance - right.distance);
  return scored.slice(0, suggestionLimit).map((entry) => entry.name);
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours each cost one. */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = last[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
      let best = Math.min(replaced, last[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        best = Math.min(best, beforeLast[column - 2]! + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
}
