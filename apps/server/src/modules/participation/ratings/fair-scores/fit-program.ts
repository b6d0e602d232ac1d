// The program of the thread that fits: takes one table, hands over what it found, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import type { FitTask } from './fit-aside.ts'
import { fitTable } from './fit-table.ts'

const { table, asOfSeconds } = workerData as FitTask
const found = fitTable(table, asOfSeconds)
const columns = [found.subjects, found.raters].flatMap((one) => Object.values(one))
parentPort?.postMessage(
  found,
  columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? buffer : [])),
)
