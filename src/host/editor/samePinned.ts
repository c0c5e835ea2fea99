/** Whether the same filters are pinned, in the same order. */
export function isSamePinned(left: readonly string[] = [], right: readonly string[] = []): boolean {
  return left.length === right.length && left.every((filter, index) => filter === right[index]);
}
