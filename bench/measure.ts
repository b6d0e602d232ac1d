/** Milliseconds of one kind of operation, from several rounds. */
export interface Latency {
  readonly operations: number
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
}

/** The value below which the given share (0 to 1) of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

/** The medians over the rounds of each round's p50 and p99. */
export function summarise(rounds: readonly (readonly number[])[]): Latency {
  return {
    operations: rounds.reduce((sum, one) => sum + one.length, 0),
    p50Milliseconds: round(median(rounds.map((one) => quantile(one, 0.5))), 3),
    p99Milliseconds: round(median(rounds.map((one) => quantile(one, 0.99))), 3),
  }
}

/** Runs `operation` again and again, one after another, and gives each one's milliseconds. */
export async function timeEach(
  times: number,
  operation: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = []
  for (let index = 0; index < times; index += 1) {
    const began = performance.now()
    await operation(index)
    took.push(performance.now() - began)
  }
  return took
}

/**
 * Lets `lanes` workers take tasks side by side for a while and gives the tasks done a second;
 * a task that began is finished and counted, with the time it took.
 */
export async function ratePerSecond(
  lanes: number,
  seconds: number,
  task: (lane: number) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  const until = began + seconds * 1000
  let done = 0
  const lane = async (index: number) => {
    while (performance.now() < until) {
      await task(index)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  return (done * 1000) / (performance.now() - began)
}
