/** The perfect subtree of leaves [index · 2^height, (index + 1) · 2^height). */
export interface PerfectSubtree {
  height: number
  index: number
}

/** Leaves [start, end) that form one subtree of the tree of RFC 6962 section 2.1. */
export interface LeafRange {
  start: number
  end: number
}

// No bitwise operators on sizes and indexes: they would truncate at 2^32, and a log may hold 2^53.

/** Largest power of two strictly below `count`; `count` is 2 or more. */
export function splitPoint(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

/** The perfect subtrees, left to right, that a range is made of; the last may be the smallest. */
export function perfectSubtrees({ start, end }: LeafRange): PerfectSubtree[] {
  const subtrees: PerfectSubtree[] = []
  while (start < end) {
    let height = 0
    let width = 1
    while (width * 2 <= end - start) {
      width *= 2
      height++
    }
    subtrees.push({ height, index: start / width })
    start += width
  }
  return subtrees
}

/** The siblings on the way from leaf `index` up to the root (RFC 6962 section 2.1.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + splitPoint(end - start)
    if (index < middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  return ranges.reverse()
}

/** The nodes of the proof that the first `oldSize` leaves are unchanged (RFC 6962 section 2.1.2). */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  if (oldSize === 0 || oldSize === size) return []
  const ranges: LeafRange[] = []
  let start = 0
  let end = size
  while (end !== oldSize) {
    const middle = start + splitPoint(end - start)
    if (oldSize <= middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  // The old tree's last subtree; the verifier knows it when it is the whole old tree.
  if (start > 0) ranges.push({ start, end })
  return ranges.reverse()
}
