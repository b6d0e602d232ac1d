// The program of the thread that replays: takes one year, hands over what came of it, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { replayYear, type ReplayTask } from './replay-year.ts'

const outcomes = replayYear(workerData as ReplayTask)
parentPort?.postMessage(
  outcomes,
  outcomes.map(({ received }) => received.buffer as ArrayBuffer),
)
