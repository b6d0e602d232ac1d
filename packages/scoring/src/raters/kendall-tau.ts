/**
 * Kendall's τ-b, the rank correlation that allows for ties, in O(n log n) (Knight 1966). 0 where one
 * side is all ties.
 */
export function kendallTau(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const count = one.length
  const order = Int32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) =>
      (one[a] as number) - (one[b] as number) || (other[a] as number) - (other[b] as number),
  )
  let tiedOne = 0
  let tiedBoth = 0
  let runOne = 1
  let runBoth = 1
  for (let k = 1; k <= count; k += 1) {
    const a = order[k - 1] as number
    const b = order[k]
    const sameOne = b !== undefined && one[a] === one[b]
    const sameBoth = sameOne && other[a] === other[b as number]
    if (sameBoth) runBoth += 1
    else {
      tiedBoth += (runBoth * (runBoth - 1)) / 2
      runBoth = 1
    }
    if (sameOne) runOne += 1
    else {
      tiedOne += (runOne * (runOne - 1)) / 2
      runOne = 1
    }
  }
  const values = Float64Array.from(order, (i) => other[i] as number)
  const swaps = mergeSort(values)
  let tiedOther = 0
  let run = 1
  for (let k = 1; k <= count; k += 1) {
    if (k < count && values[k] === values[k - 1]) run += 1
    else {
      tiedOther += (run * (run - 1)) / 2
      run = 1
    }
  }
  const pairs = (count * (count - 1)) / 2
  const agreement = pairs - tiedOne - tiedOther + tiedBoth - 2 * swaps
  const scale = Math.sqrt((pairs - tiedOne) * (pairs - tiedOther))
  return scale === 0 ? 0 : agreement / scale
}

/** Sorts in place and counts the exchanges of neighbours that it took. */
function mergeSort(values: Float64Array): number {
  let swaps = 0
  let from: Float64Array = values
  let to: Float64Array = new Float64Array(values.length)
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      let left = start
      const middle = Math.min(start + width, values.length)
      let right = middle
      const end = Math.min(start + 2 * width, values.length)
      for (let k = start; k < end; k += 1) {
        const takeLeft =
          left < middle && (right >= end || (from[left] as number) <= (from[right] as number))
        if (takeLeft) {
          to[k] = from[left] as number
          left += 1
        } else {
          swaps += middle - left
          to[k] = from[right] as number
          right += 1
        }
      }
    }
    const sorted = to
    to = from
    from = sorted
  }
  if (from !== values) values.set(from)
  return swaps
}
