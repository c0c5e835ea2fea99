/** An event of Chromium's trace: times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** Events during which script runs, or what it leaves to be collected. One may be within another. */
const scripts: ReadonlySet<string> = new Set([
  'FunctionCall',
  'EvaluateScript',
  'FireAnimationFrame',
  'EventDispatch',
  'TimerFire',
  'RunMicrotasks',
  'v8.callFunction',
  'MinorGC',
  'MajorGC',
]);

const frameStart = 'BeginMainThreadFrame';

/** Milliseconds of script in each frame of the page's main thread, from the first frame to the last. */
export function scriptOfFrames(events: readonly TraceEvent[]): readonly number[] {
  const [thread] = [...Map.groupBy(events, ({ pid, tid }) => `${pid} ${tid}`).values()].toSorted(
    (left, right) => framesOf(right).length - framesOf(left).length,
  );
  const frames = framesOf(thread ?? []);
  const sums = new Float64Array(Math.max(0, frames.length - 1));
  for (const [from, to] of scriptStretches(thread ?? [])) {
    let frame = frames.findLastIndex((start) => start <= from);
    for (let at = from; frame >= 0 && frame < sums.length && at < to; frame++) {
      const end = Math.min(to, frames[frame + 1]!);
      sums[frame]! += (end - at) / 1000;
      at = end;
    }
  }
  return [...sums];
}

function framesOf(events: readonly TraceEvent[]): readonly number[] {
  return events.flatMap(({ name, ts }) => (name === frameStart ? [ts] : [])).toSorted((left, right) => left - right);
}

/** Stretches of script, apart from each other. */
function scriptStretches(events: readonly TraceEvent[]): readonly (readonly [from: number, to: number])[] {
  const stretches: [number, number][] = [];
  const found = events.filter(({ name, dur }) => scripts.has(name) && dur !== undefined).toSorted((left, right) => left.ts - right.ts);
  for (const { ts, dur } of found) {
    const before = stretches.at(-1);
    if (before !== undefined && ts <= before[1]) {
      before[1] = Math.max(before[1], ts + dur!);
    } else {
      stretches.push([ts, ts + dur!]);
    }
  }
  return stretches;
}
