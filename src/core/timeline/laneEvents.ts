/** Events of many lanes, each with its place in the order of time and a code; they are added in that order. */
export class LaneEvents {
  private lanes = new Uint32Array(1024);
  private places = new Uint32Array(1024);
  private codes = new Uint8Array(1024);
  private count = 0;

  /** @param code Up to 255. */
  add(lane: number, place: number, code: number): void {
    if (this.count === this.lanes.length) {
      this.grow();
    }
    this.lanes[this.count] = lane;
    this.places[this.count] = place;
    this.codes[this.count++] = code;
  }

  /** The same events, lane by lane. */
  byLane(laneCount: number): EventsByLane {
    const { lanes, places, codes, count } = this;
    const starts = new Uint32Array(laneCount + 1);
    for (let at = 0; at < count; at++) {
      starts[lanes[at]! + 1]!++;
    }
    for (let lane = 0; lane < laneCount; lane++) {
      starts[lane + 1]! += starts[lane]!;
    }
    const next = starts.slice();
    const own = { places: new Uint32Array(count), codes: new Uint8Array(count) };
    for (let at = 0; at < count; at++) {
      const to = next[lanes[at]!]!++;
      own.places[to] = places[at]!;
      own.codes[to] = codes[at]!;
    }
    return { starts, ...own };
  }

  private grow(): void {
    const { lanes, places, codes } = this;
    const room = lanes.length * 2;
    this.lanes = new Uint32Array(room);
    this.lanes.set(lanes);
    this.places = new Uint32Array(room);
    this.places.set(places);
    this.codes = new Uint8Array(room);
    this.codes.set(codes);
  }
}

/** Events lane by lane, those of each in the order of time. */
export interface EventsByLane {
  /** Where each lane begins, and at last where all end. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly codes: Uint8Array;
}

/** Where in rising numbers, from one index up to another, the first is that is not less than a value. */
export function firstFrom(numbers: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
