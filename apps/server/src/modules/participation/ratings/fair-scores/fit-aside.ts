import { Worker } from 'node:worker_threads'
import type { TableFit } from './fit-table.ts'
import type { RatingTable } from './rating-table.ts'

export interface FitTask {
  readonly table: RatingTable
  /** What ages are counted from. */
  readonly asOfSeconds: number
}

/**
 * The most that the thread's lists and maps may take; the columns, some 80 bytes a rating, lie outside.
 * One that needs more ends with a fault, and not the server with it.
 */
const MOST_HEAP_MEGABYTES = 2048

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./fit-program.mjs', import.meta.url)

let before: Promise<unknown> = Promise.resolve()

/**
 * Fits in a thread of its own, since a large village's ratings take a minute in which nothing else
 * would be answered; one at a time, for the sake of memory. The table's columns are handed over: it is
 * empty afterwards.
 * @param ending ends the thread in the middle of its work
 * @throws what the thread threw; the signal's reason when it was ended
 */
export function fitAside(task: FitTask, ending?: AbortSignal): Promise<TableFit> {
  const fit = before.then(() => runThread(task, ending))
  before = fit.catch(() => {})
  return fit
}

function runThread(task: FitTask, ending: AbortSignal | undefined): Promise<TableFit> {
  ending?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: task,
      transferList: Object.values(task.table).map(({ buffer }) => buffer),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
    })
    const end = () => void worker.terminate()
    ending?.addEventListener('abort', end)
    worker.once('message', resolve)
    worker.once('error', reject)
    // After an answer this rejects nothing any more.
    worker.once('exit', (code) => {
      ending?.removeEventListener('abort', end)
      reject(ending?.aborted ? ending.reason : new Error(`the fit ended with ${code}`))
    })
  })
}
