/** Shares `limit` places among kinds, of which there are so many each: the rare ones have all they need, the others equally many. */
export function fairShares<Kind>(counts: ReadonlyMap<Kind, number>, limit: number): ReadonlyMap<Kind, number> {
  const rarestFirst = [...counts].toSorted(([, left], [, right]) => left - right);
  let left = limit;
  return new Map(
    rarestFirst.map(([kind, count], place) => {
      const share = Math.min(count, Math.floor(left / (rarestFirst.length - place)));
      left -= share;
      return [kind, share];
    }),
  );
}
