// The program of the thread that replays: takes one season, hands over what came of it, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { replaySeason, type ReplayTask } from './replay-season.ts'

const outcomes = replaySeason(workerData as ReplayTask)
parentPort?.postMessage(
  outcomes,
  outcomes.map(({ received }) => received.buffer as ArrayBuffer),
)
