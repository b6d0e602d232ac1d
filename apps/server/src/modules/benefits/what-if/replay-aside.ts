import { Worker } from 'node:worker_threads'
import type { ReplayTask, YearOutcome } from './replay-year.ts'

/** One that needs more ends with a fault, and not the server with it. */
const MOST_HEAP_MEGABYTES = 1024

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./replay-program.mjs', import.meta.url)

let before: Promise<unknown> = Promise.resolve()

/**
 * Replays a year in a thread of its own, since that takes seconds in which nothing else would be
 * answered; one at a time, for the sake of memory. The columns are handed over: they are empty
 * afterwards.
 * @throws what the thread threw
 */
export function replayAside(task: ReplayTask): Promise<YearOutcome[]> {
  const replay = before.then(() => runThread(task))
  before = replay.catch(() => {})
  return replay
}

function runThread(task: ReplayTask): Promise<YearOutcome[]> {
  const { household, honourHundredths, wantedQuantity, leastQuantity } = task.claims
  const columns = [household, honourHundredths, wantedQuantity, leastQuantity]
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: task,
      transferList: columns.map(({ buffer }) => buffer as ArrayBuffer),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    // After an answer this rejects nothing any more.
    worker.once('exit', (code) => reject(new Error(`the replay ended with ${code}`)))
  })
}
