/** A stretch of time or of numbers; `to` is the first after it. */
export interface Span {
  readonly from: bigint;
  readonly to: bigint;
}

/** What stands for one or more spans on an axis. Whole pixels from its left end. */
export interface SpanMark<Item> {
  readonly left: number;
  readonly right: number;
  /** At least one, in the order given. */
  readonly items: readonly Item[];
}

/** Spans that begin or end this close to a whole pixel count as ending there. */
const roundingError = 0.01;

/**
 * Marks for all spans that lie at least partly on an axis of `width` pixels. `items` are in the order in which their spans
 * begin. No span is too short to be marked: each mark is at least `minWidth` pixels wide, unless the axis itself is narrower.
 * Spans whose marks would overlap or touch share one, so that marks are apart from each other and in order.
 */
export function markSpans<Item extends { readonly span: Span }>(
  items: readonly Item[],
  axis: Span,
  width: number,
  minWidth: number,
): readonly SpanMark<Item>[] {
  const visible = items.filter(({ span }) => span.to > axis.from && span.from < axis.to);
  const clusters: Cluster[] = [];
  visible.forEach(({ span }, index) => {
    const left = Math.max(0, pixelIn(axis, width, span.from));
    const right = Math.min(width, pixelIn(axis, width, span.to));
    let cluster = clusterOf(left, right, index, width, minWidth);
    // A merged mark may have become as wide as to reach the one before it, too.
    for (let last = clusters.at(-1); last !== undefined && last.markLeft + last.markWidth >= cluster.markLeft; last = clusters.at(-1)) {
      clusters.pop();
      cluster = clusterOf(Math.min(last.left, cluster.left), Math.max(last.right, cluster.right), last.first, width, minWidth);
    }
    clusters.push(cluster);
  });
  return clusters.map(({ markLeft, markWidth, first }, place) => ({
    left: markLeft,
    right: markLeft + markWidth,
    items: visible.slice(first, clusters[place + 1]?.first),
  }));
}

/** The difference is taken in exact integers before it becomes a floating point number. */
function pixelIn({ from, to }: Span, width: number, at: bigint): number {
  return (Number(at - from) / Number(to - from)) * width;
}

/** Neighbouring spans that share a mark: where they lie, the index of the first of them, and their mark. */
interface Cluster {
  readonly left: number;
  readonly right: number;
  readonly first: number;
  readonly markLeft: number;
  readonly markWidth: number;
}

function clusterOf(left: number, right: number, first: number, width: number, minWidth: number): Cluster {
  const covered = Math.floor(left + roundingError);
  const coveredWidth = Math.ceil(right - roundingError) - covered;
  const markWidth = Math.min(width, Math.max(minWidth, coveredWidth));
  const centred = covered - Math.max(0, Math.floor((minWidth - coveredWidth) / 2));
  return { left, right, first, markLeft: Math.max(0, Math.min(width - markWidth, centred)), markWidth };
}
