import { refuse } from './refusals.ts'

const MOST_WAITING = 4

/**
 * Runs heavy work one after another, so that it never takes more than a part of one processor and one
 * connection, whoever asks.
 * @throws Refusal 'replay_busy' when too many wait already
 */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (work) => {
    if (waiting > MOST_WAITING) throw refuse('replay_busy')
    waiting += 1
    const turn = last.then(work)
    // The next in line waits for the end, whichever it is; the error is told to who asked.
    last = turn.catch(() => undefined)
    return turn.finally(() => {
      waiting -= 1
    })
  }
}
