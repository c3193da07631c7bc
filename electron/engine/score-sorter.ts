/** Up to this many are sorted by insertion, starting from the order of the sort before. */
const FEW = 128;
/** A bucket up to this size is put in order by insertion. */
const SHORT = 24;

/**
 * Sorts finite scores and keeps where each came from, again and again without allocating.
 *
 * A few scores are sorted by insertion from the order they had last time: between two draws of a simulation, or two steps
 * of a slider, little changes. Many are dealt out to buckets of equal width first, which is linear for scores spread like
 * real ones and never worse than sorting as usual; equal scores then stand in the order of the array.
 */
export class ScoreSorter {
  /** The scores, ascending. */
  readonly ascending: Float64Array;
  /** Where each of them stands in the array that was sorted. */
  readonly places: Int32Array;
  private readonly starts: Int32Array;
  private readonly bucketOf: Int32Array;

  constructor(count: number) {
    this.ascending = new Float64Array(count);
    this.places = new Int32Array(count);
    for (let at = 0; at < count; at++) this.places[at] = at;
    this.starts = new Int32Array(count > FEW ? count + 1 : 0);
    this.bucketOf = new Int32Array(count > FEW ? count : 0);
  }

  /** @param scores as many as the sorter was made for, all finite; not changed. */
  sort(scores: Float64Array): void {
    const { ascending, places } = this;
    if (scores.length > FEW && this.dealOut(scores)) return;
    for (let at = 0; at < scores.length; at++) ascending[at] = scores[places[at]];
    if (scores.length <= FEW) insertionSort(ascending, places, 0, scores.length);
    else sortRange(ascending, places, 0, scores.length);
  }

  /** @returns false where the scores span no width that could be divided. */
  private dealOut(scores: Float64Array): boolean {
    const { ascending, places, starts, bucketOf } = this;
    const count = scores.length;
    let lowest = Infinity;
    let highest = -Infinity;
    for (let at = 0; at < count; at++) {
      const score = scores[at];
      if (score < lowest) lowest = score;
      if (score > highest) highest = score;
    }
    const density = (count - 1) / (highest - lowest);
    if (!(density > 0 && density < Infinity)) return false;

    starts.fill(0);
    for (let at = 0; at < count; at++) {
      // Never decreases as the score grows, so the buckets themselves are in order.
      const bucket = ((scores[at] - lowest) * density) | 0;
      bucketOf[at] = bucket;
      starts[bucket + 1]++;
    }
    for (let bucket = 0; bucket < count; bucket++) starts[bucket + 1] += starts[bucket];
    for (let at = count - 1; at >= 0; at--) {
      const place = --starts[bucketOf[at] + 1];
      ascending[place] = scores[at];
      places[place] = at;
    }
    // Now starts[b + 1] is where bucket b begins.
    for (let bucket = 0; bucket < count; bucket++) {
      const from = starts[bucket + 1];
      const to = bucket + 1 < count ? starts[bucket + 2] : count;
      if (to - from > SHORT) sortRange(ascending, places, from, to);
      else insertionSort(ascending, places, from, to);
    }
    return true;
  }
}

function insertionSort(
  ascending: Float64Array,
  places: Int32Array,
  from: number,
  to: number,
): void {
  for (let at = from + 1; at < to; at++) {
    const score = ascending[at];
    const place = places[at];
    let gap = at;
    while (gap > from && ascending[gap - 1] > score) {
      ascending[gap] = ascending[gap - 1];
      places[gap] = places[gap - 1];
      gap--;
    }
    ascending[gap] = score;
    places[gap] = place;
  }
}

function sortRange(ascending: Float64Array, places: Int32Array, from: number, to: number): void {
  const order = Array.from({ length: to - from }, (_, at) => from + at).toSorted(
    (a, b) => ascending[a] - ascending[b],
  );
  const scores = order.map((at) => ascending[at]);
  places.set(
    order.map((at) => places[at]),
    from,
  );
  ascending.set(scores, from);
}
